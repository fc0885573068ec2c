package dev.vestnik.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an editor's body is written.
public enum BodyFormat {
    @JsonProperty("html")
    HTML,
    @JsonProperty("markdown")
    MARKDOWN
}

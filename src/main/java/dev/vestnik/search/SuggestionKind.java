package dev.vestnik.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What is suggested.
enum SuggestionKind {
    @JsonProperty("tag")
    TAG,
    @JsonProperty("news")
    NEWS
}

package dev.vestnik.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A webhook as an administrator asks for it.
@Schema(name = "WebhookInput")
record WebhookInput(
        @Schema(
                        description =
                                "Where events are sent by POST. https, without a name and password in it; not in a"
                                        + " private network, unless that is allowed here.",
                        examples = "https://hooks.example.org/vestnik")
                @NotBlank
                @Size(max = 2000)
                String url,
        @Schema(
                        description =
                                "Which events, such as news.published or news.*; none, or left out: all.",
                        nullable = true)
                @Size(max = 50)
                @Nullable List<@NotNull @Size(max = 60) String> events,
        @Schema(description = "What it is for.", nullable = true) @CodePointLength(max = 200)
                @Nullable String description,
        @Schema(description = "Whether nothing is sent.", nullable = true)
                @Nullable Boolean disabled) {

    static WebhookInput of(Webhook webhook) {
        return new WebhookInput(webhook.url, webhook.events, webhook.description, webhook.disabled);
    }
}

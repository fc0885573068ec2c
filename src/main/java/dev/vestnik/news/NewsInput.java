package dev.vestnik.news;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A news item as an editor sends it.
@Schema(name = "NewsInput")
public record NewsInput(
        @Schema(
                        description = "One of the configured locales; never changes later.",
                        examples = "ru")
                @NotNull
                String locale,
        @Schema(maxLength = 300, examples = "Поголовье сайгака в степи выросло")
                @NotBlank
                @CodePointLength(max = 300)
                String title,
        @Schema(maxLength = 1000, nullable = true, examples = "Учёт показал рост за год.")
                @Nullable
                @CodePointLength(max = 1000)
                String summary,
        @NotNull @Valid BodyInput body,
        @Schema(
                        description = "Slugs or ids of tags, in the order in which they are shown.",
                        nullable = true)
                @Nullable
                @Size(max = 50)
                List<@NotBlank String> tags,
        @Schema(description = "Made from the title where it is not given.", nullable = true)
                @Nullable
                @CodePointLength(min = 1, max = 80)
                String slug,
        @Schema(nullable = true, examples = "Редакция") @Nullable @CodePointLength(max = 200)
                String author,
        @Nullable @Valid Source source,
        @Nullable @Valid Cover cover,
        @Nullable @Valid Seo seo,
        @Schema(description = "Pins the item until then.", nullable = true)
                @Nullable Instant featuredUntil) {

    static NewsInput of(NewsItem item) {
        Headline headline = item.headline;
        return new NewsInput(
                item.locale,
                headline.title(),
                headline.summary(),
                new BodyInput(item.bodyFormat, item.bodyContent),
                item.tags.stream().map(UUID::toString).toList(),
                item.slug,
                headline.author(),
                headline.source(),
                headline.cover(),
                headline.seo(),
                headline.featuredUntil());
    }
}

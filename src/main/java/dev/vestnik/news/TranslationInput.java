package dev.vestnik.news;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A translation as an editor starts it; tags, source and cover are the original's where they are
/// not given.
@Schema(name = "TranslationInput")
record TranslationInput(
        @Schema(examples = "kk") @NotNull String locale,
        @NotBlank @CodePointLength(max = 300) String title,
        @Nullable @CodePointLength(max = 1000) String summary,
        @Schema(description = "Empty where it is not given.") @Nullable @Valid BodyInput body,
        @Nullable @Size(max = 50) List<@NotBlank String> tags,
        @Nullable @CodePointLength(min = 1, max = 80) String slug,
        @Nullable @CodePointLength(max = 200) String author,
        @Nullable @Valid Source source,
        @Nullable @Valid Cover cover,
        @Nullable @Valid Seo seo) {

    NewsInput of(NewsItem original) {
        Headline headline = original.headline;
        return new NewsInput(
                locale,
                title,
                summary,
                body == null ? new BodyInput(original.bodyFormat, "") : body,
                tags == null ? original.tags.stream().map(UUID::toString).toList() : tags,
                slug,
                Optional.ofNullable(author).orElse(headline.author()),
                Optional.ofNullable(source).orElse(headline.source()),
                Optional.ofNullable(cover).orElse(headline.cover()),
                seo,
                null);
    }
}

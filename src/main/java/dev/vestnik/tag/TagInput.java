package dev.vestnik.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A tag as an editor sends it.
@Schema(name = "TagInput")
public record TagInput(
        @Schema(
                        description = "Made from the name where it is not given.",
                        examples = "sajgak",
                        nullable = true)
                @Nullable
                @CodePointLength(min = 1, max = 80)
                String slug,
        @Schema(
                        description = "By locale; the default locale is needed.",
                        examples = "{\"ru\": \"Сайгак\", \"kk\": \"Ақбөкен\", \"en\": \"Saiga\"}")
                @NotEmpty
                Map<@NotBlank String, @NotBlank @CodePointLength(max = 100) String> names,
        @Schema(
                        description = "By locale.",
                        examples = "{\"ru\": \"Степная антилопа\"}",
                        nullable = true)
                @Nullable Map<@NotBlank String, @NotBlank @CodePointLength(max = 2000) String>
                        description,
        @Schema(
                        description = "Other names that it is looked for by.",
                        examples = "[\"сайга\"]",
                        nullable = true)
                @Nullable
                @Size(max = 50)
                List<@NotBlank @CodePointLength(max = 100) String> aliases) {

    static TagInput of(Tag tag) {
        return new TagInput(tag.slug, tag.names, tag.descriptions, tag.aliases);
    }
}

package dev.vestnik.news;

import dev.vestnik.text.BodyFormat;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/// A body as an editor writes it.
@Schema(name = "BodyInput", description = "HTML is cleaned; Markdown is CommonMark with tables.")
public record BodyInput(
        @Schema(examples = "html") @NotNull BodyFormat format,
        @Schema(
                        maxLength = 200_000,
                        examples =
                                "<p>Поголовье сайгака выросло.</p><h2>Что дальше</h2><p>Учёт продолжится весной.</p>")
                @NotNull
                @CodePointLength(max = 200_000)
                String content) {}

package dev.vestnik.news;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Where the news was taken from.
@Embeddable
@Schema(name = "Source")
public record Source(
        @Column(name = "source_name")
                @CodePointLength(max = 200)
                @Schema(examples = "Primeminister.kz")
                @Nullable String name,
        @Column(name = "source_url") @WebAddress @Schema(examples = "https://primeminister.kz/")
                @Nullable String url) {}

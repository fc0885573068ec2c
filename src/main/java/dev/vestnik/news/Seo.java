package dev.vestnik.news;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// What search engines are told beside the item itself.
@Embeddable
@Schema(name = "Seo")
public record Seo(
        @Column(name = "seo_title") @CodePointLength(max = 200) @Nullable String title,
        @Column(name = "seo_description") @CodePointLength(max = 500) @Nullable String description,
        @Column(name = "seo_canonical_url") @WebAddress @Nullable String canonicalUrl,
        @Column(name = "seo_noindex") @Schema(description = "Keeps the item out of search engines.")
                @Nullable Boolean noindex) {}

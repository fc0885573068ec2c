package dev.vestnik.tag;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a news item can be about. Its slug is one for all languages; old slugs lead to it
/// (`TagSlug`).
@Entity
public class Tag extends PanacheEntityBase {

    @Id public UUID id;

    @Version public long version;

    @Column(nullable = false)
    public String slug;

    /// By locale; the default locale is always there.
    @Column(nullable = false)
    @Convert(converter = TextsColumn.class)
    public Map<String, String> names = new LinkedHashMap<>();

    /// By locale.
    @Column(nullable = false)
    @Convert(converter = TextsColumn.class)
    public Map<String, String> descriptions = new LinkedHashMap<>();

    /// Other names that it is looked for by.
    @Column(nullable = false)
    @Convert(converter = AliasesColumn.class)
    public List<String> aliases = new ArrayList<>();

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant updatedAt;

    /// Every tag there is.
    public static List<Tag> all() {
        return getSession().createNativeQuery("select * from tag", Tag.class).getResultList();
    }

    /// The tag that a slug leads to, be it its own or an old one.
    public static Optional<Tag> bySlug(String slug) {
        return find(
                        "from Tag t where t.id = (select s.tagId from TagSlug s where s.slug = ?1)",
                        slug)
                .firstResultOptional();
    }

    /// The name in the locale, or in another one where it has none there; `Locales.present` tells
    /// which.
    public String name(String presentLocale) {
        return names.getOrDefault(presentLocale, slug);
    }

    /// Maps by locale, as JSON.
    @Converter
    static class TextsColumn implements AttributeConverter<Map<String, String>, String> {

        private static final JsonText<Map<String, String>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(Map<String, String> texts) {
            return TEXT.write(texts);
        }

        @Override
        public Map<String, String> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// Lists of names, as JSON.
    @Converter
    static class AliasesColumn implements AttributeConverter<List<String>, String> {

        private static final JsonText<List<String>> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<String> names) {
            return TEXT.write(names);
        }

        @Override
        public List<String> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }
}

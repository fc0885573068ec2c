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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.RemovalsMode;
import org.hibernate.SessionCheckMode;

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

    /// Those of some tags that there are; what the present transaction has read already is not read
    /// again.
    public static List<Tag> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return getSession()
                .findMultiple(
                        Tag.class, List.copyOf(ids), SessionCheckMode.ENABLED, RemovalsMode.REPLACE)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /// The tags that slugs lead to, be they their own or old ones, each by the slug that was asked
    /// for.
    public static Map<String, Tag> bySlugs(Collection<String> slugs) {
        Map<String, Tag> tags = new HashMap<>();
        if (!slugs.isEmpty()) {
            getSession()
                    .createQuery(
                            "select s.slug, t from TagSlug s join Tag t on t.id = s.tagId where s.slug in :slugs",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultList()
                    .forEach(found -> tags.put((String) found[0], (Tag) found[1]));
        }
        return tags;
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

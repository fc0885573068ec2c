package dev.vestnik.tag;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Ids;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Finds the tags that editors name.
@Singleton
public class TagNames {

    private final Reads reads;

    TagNames(Reads reads) {
        this.reads = reads;
    }

    /// The ids of some tags, by the names that they were asked for by; nothing for what names no
    /// tag.
    ///
    /// @param names ids, and slugs of today or of old
    public Map<String, UUID> ids(Collection<String> names) {
        Map<String, UUID> ids = new HashMap<>();
        List<String> slugs = names.stream().filter(name -> !Ids.isId(name)).toList();
        if (!slugs.isEmpty()) {
            Sql bySlug =
                    Sql.of("select slug, tag_id from tag_slug where ").add(Sql.in("slug", slugs));
            reads.each(bySlug, row -> ids.put(row.text(), row.id()));
        }
        List<UUID> given = names.stream().filter(Ids::isId).map(UUID::fromString).toList();
        if (!given.isEmpty()) {
            Sql byId = Sql.of("select id from tag where ").add(Sql.in("id", given));
            List<UUID> present = reads.list(byId, row -> row.id());
            names.stream()
                    .filter(Ids::isId)
                    .filter(name -> present.contains(UUID.fromString(name)))
                    .forEach(name -> ids.put(name, UUID.fromString(name)));
        }
        return ids;
    }
}

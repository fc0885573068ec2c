package dev.vestnik.tag;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Ids;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Says which answers a change of tags touches. Works in the present transaction.
@Singleton
public class TagReach {

    private final Reads reads;

    TagReach(Reads reads) {
        this.reads = reads;
    }

    /// The key of what was asked of a tag.
    ///
    /// @param tag its slug or id, as the client has it
    public static String asked(String tag) {
        return "asked:" + named(tag);
    }

    /// A tag's slug or id in the form that keys have it.
    public static String named(String tag) {
        return Ids.isId(tag) ? tag.toLowerCase(Locale.ROOT) : tag;
    }

    /// The keys of the answers that show some tags, or were asked for them.
    public Set<String> touched(Collection<UUID> tags) {
        Set<String> keys = new HashSet<>();
        if (!tags.isEmpty()) {
            keys.add("tags");
            tags.forEach(tag -> keys.add("tag:" + tag));
            names(tags).forEach(name -> keys.add(asked(name)));
        }
        return keys;
    }

    /// The ids of some tags, and all slugs that lead to them.
    public Set<String> names(Collection<UUID> tags) {
        Set<String> names = new HashSet<>();
        if (!tags.isEmpty()) {
            tags.forEach(tag -> names.add(tag.toString()));
            Sql slugs = Sql.of("select slug from tag_slug where ").add(Sql.in("tag_id", tags));
            reads.each(slugs, row -> names.add(row.text()));
        }
        return names;
    }
}

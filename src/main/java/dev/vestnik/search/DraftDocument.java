package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.WorkingCopy;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/// The working copy of a news item, in an index of its own that the newsroom alone searches.
@SearchEntity(name = "draft")
@Indexed(index = "drafts")
final class DraftDocument extends NewsDocument {

    @KeywordField final @Nullable String owner;

    private DraftDocument(WorkingCopy working, IndexedWords words, String stored, ZoneId zone) {
        super(document(working.copy().id()), working.copy(), words, stored, zone);
        owner = working.owner() == null ? null : working.owner().toString();
    }

    static DraftDocument of(
            WorkingCopy working, IndexedWords words, ObjectMapper json, ZoneId zone) {
        return new DraftDocument(working, words, StoredNews.of(working.copy()).write(json), zone);
    }

    static String document(UUID item) {
        return item.toString();
    }
}

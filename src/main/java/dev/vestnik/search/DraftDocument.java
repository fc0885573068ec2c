package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.WorkingCopy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/// The working copy of a news item that is not what the public sees, in an index of its own, which
/// the newsroom alone searches.
@SearchEntity(name = "draft")
@Indexed(index = "drafts")
final class DraftDocument extends NewsDocument {

    private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

    private DraftDocument(WorkingCopy draft, IndexedWords words, String stored, ZoneId zone) {
        super(
                new Place(document(draft.copy().id()), Instant.EPOCH, ALWAYS, true, draft.owner()),
                draft.copy(),
                words,
                stored,
                zone);
    }

    static DraftDocument of(WorkingCopy draft, IndexedWords words, ObjectMapper json, ZoneId zone) {
        return new DraftDocument(draft, words, StoredNews.of(draft.copy()).write(json), zone);
    }

    static String document(UUID item) {
        return item.toString();
    }
}

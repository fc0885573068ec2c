package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.NewsCopy;
import dev.vestnik.news.PublicEdition;
import dev.vestnik.news.WorkingCopy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/// An edition of a news item in the index that the public searches. An item has at most two
/// documents there, under names of their own: what is shown, and what is planned.
@SearchEntity(name = "news")
@Indexed(index = "news")
final class EditionDocument extends NewsDocument {

    private EditionDocument(
            Place place, NewsCopy copy, IndexedWords words, String stored, ZoneId zone) {
        super(place, copy, words, stored, zone);
    }

    static EditionDocument of(
            PublicEdition edition,
            WorkingCopy working,
            Instant now,
            IndexedWords words,
            ObjectMapper json,
            ZoneId zone) {
        NewsCopy copy = edition.copy();
        boolean planned = edition.visibleFrom().isAfter(now);
        return new EditionDocument(
                new Place(
                        planned ? planned(copy.id()) : shown(copy.id()),
                        upToMilliseconds(edition.visibleFrom()),
                        edition.visibleUntil(),
                        working.isShown() && !planned,
                        working.owner()),
                copy,
                words,
                StoredNews.of(copy).write(json),
                zone);
    }

    /// All that an item may have in this index.
    static List<String> documents(UUID item) {
        return List.of(shown(item), planned(item));
    }

    private static String shown(UUID item) {
        return item.toString();
    }

    private static String planned(UUID item) {
        return item + "-planned";
    }

    /// The index counts milliseconds, and must show nothing before its time.
    private static Instant upToMilliseconds(Instant time) {
        Instant down = time.truncatedTo(ChronoUnit.MILLIS);
        return down.equals(time) ? down : down.plusMillis(1);
    }
}

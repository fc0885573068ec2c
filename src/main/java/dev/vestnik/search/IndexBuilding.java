package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.change.Change;
import dev.vestnik.news.NewsDocuments;
import dev.vestnik.news.PublicEdition;
import dev.vestnik.site.Site;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Fills indexes from the database.
@Singleton
class IndexBuilding {

    private static final int AT_ONCE = 500;

    private final NewsDocuments news;
    private final ObjectMapper json;
    private final Site site;
    private final InstantSource time;

    IndexBuilding(NewsDocuments news, ObjectMapper json, Site site, InstantSource time) {
        this.news = news;
        this.json = json;
        this.site = site;
        this.time = time;
    }

    /// Writes everything into an empty index. What is written meanwhile stands in the change log
    /// after the line that the index is then said to have followed.
    void fill(SearchIndex index, RebuildProgress progress) {
        long seq = QuarkusTransaction.requiringNew().call(Change::last);
        Instant now = time.instant();
        progress.begins(
                QuarkusTransaction.requiringNew().call(() -> news.count(now)), time.millis());
        UUID last = null;
        List<PublicEdition> editions;
        do {
            UUID from = last;
            editions = QuarkusTransaction.requiringNew().call(() -> news.after(from, AT_ONCE, now));
            index.add(documents(editions, now));
            progress.advances(editions.size(), time.millis());
            last = editions.isEmpty() ? last : editions.get(editions.size() - 1).edition();
        } while (editions.size() == AT_ONCE);
        index.finish();
        index.followed(seq);
    }

    /// Brings the documents of some items in line with what the database has.
    void renew(SearchIndex index, Collection<UUID> items) {
        Instant now = time.instant();
        List<NewsDocument> documents =
                documents(QuarkusTransaction.requiringNew().call(() -> news.of(items, now)), now);
        Set<String> gone = new HashSet<>();
        for (UUID item : items) {
            gone.add(NewsDocument.shown(item));
            gone.add(NewsDocument.planned(item));
        }
        documents.forEach(document -> gone.remove(document.document));
        index.write(documents, gone);
    }

    private List<NewsDocument> documents(List<PublicEdition> editions, Instant now) {
        return editions.parallelStream()
                .map(edition -> NewsDocument.of(edition, now, json, site.timeZone()))
                .toList();
    }
}

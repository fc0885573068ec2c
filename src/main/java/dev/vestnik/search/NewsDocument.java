package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.language.Language;
import dev.vestnik.news.PublicEdition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.engine.backend.analysis.AnalyzerNames;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/// An edition of a news item in the index. An item has at most two documents, under names of their
/// own: what is shown, and what is planned.
@SearchEntity(name = "news")
@Indexed(index = "news")
class NewsDocument {

    /// To be raised with every change of what is indexed, or how: an index of another format is
    /// built anew.
    static final int FORMAT = 1;

    @DocumentId final String document;

    @KeywordField(sortable = Sortable.YES, projectable = Projectable.YES)
    final String item;

    @KeywordField(aggregable = Aggregable.YES)
    final String locale;

    @KeywordField(aggregable = Aggregable.YES)
    final List<String> tags;

    @GenericField(sortable = Sortable.YES)
    final Instant publishedAt;

    @GenericField(aggregable = Aggregable.YES)
    final Integer year;

    @GenericField final Instant visibleFrom;
    @GenericField final Instant visibleUntil;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final List<String> titleExact;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String titleLemmas;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String titleStems;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final List<String> summaryExact;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String summaryLemmas;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String summaryStems;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final List<String> bodyExact;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String bodyLemmas;

    @FullTextField(analyzer = AnalyzerNames.WHITESPACE)
    final String bodyStems;

    /// A `StoredNews`, as JSON.
    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    final String stored;

    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    final String text;

    private NewsDocument(PublicEdition edition, String document, String stored, ZoneId zone) {
        this.document = document;
        this.stored = stored;
        item = edition.id().toString();
        locale = edition.locale();
        tags = edition.tags().stream().map(UUID::toString).toList();
        publishedAt = edition.publishedAt();
        year = edition.publishedAt().atZone(zone).getYear();
        visibleFrom = upToMilliseconds(edition.visibleFrom());
        visibleUntil = edition.visibleUntil();
        Language language = Language.of(edition.locale(), edition.title());
        IndexedText title = IndexedText.of(edition.title(), language);
        titleExact = title.exact();
        titleLemmas = title.lemmas();
        titleStems = title.stems();
        IndexedText summary = IndexedText.of(edition.summary(), language);
        summaryExact = summary.exact();
        summaryLemmas = summary.lemmas();
        summaryStems = summary.stems();
        IndexedText body = IndexedText.of(edition.text(), language);
        bodyExact = body.exact();
        bodyLemmas = body.lemmas();
        bodyStems = body.stems();
        text = edition.text();
    }

    static NewsDocument of(PublicEdition edition, Instant now, ObjectMapper json, ZoneId zone) {
        boolean planned = edition.visibleFrom().isAfter(now);
        return new NewsDocument(
                edition,
                planned ? planned(edition.id()) : shown(edition.id()),
                StoredNews.of(edition).write(json),
                zone);
    }

    static String shown(UUID item) {
        return item.toString();
    }

    static String planned(UUID item) {
        return item + "-planned";
    }

    /// The index counts milliseconds, and must show nothing before its time.
    private static Instant upToMilliseconds(Instant time) {
        Instant down = time.truncatedTo(ChronoUnit.MILLIS);
        return down.equals(time) ? down : down.plusMillis(1);
    }
}

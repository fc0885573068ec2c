package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.news.NewsCopy;
import java.time.Instant;
import java.time.ZoneId;
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
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/// A text of a news item in an index: what the public is to see, or what the newsroom works on.
abstract class NewsDocument {

    /// To be raised with every change of what is indexed, or how: an index of another format is
    /// built anew.
    static final int FORMAT = 3;

    @DocumentId final String document;

    @KeywordField(sortable = Sortable.YES, projectable = Projectable.YES)
    final String item;

    @KeywordField(aggregable = Aggregable.YES)
    final String locale;

    @KeywordField(aggregable = Aggregable.YES)
    final List<String> tags;

    /// Of a draft, when it was created.
    @GenericField(sortable = Sortable.YES)
    final Instant publishedAt;

    @GenericField(aggregable = Aggregable.YES)
    final Integer year;

    @GenericField final Instant visibleFrom;
    @GenericField final Instant visibleUntil;

    /// Whether it is what the newsroom works on, be it public or not.
    @GenericField final Boolean working;

    /// The user who made it.
    @KeywordField final @Nullable String owner;

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

    /// What a document has beside its text.
    ///
    /// @param id under which it lies in its index
    record Place(
            String id,
            Instant visibleFrom,
            Instant visibleUntil,
            boolean working,
            @Nullable UUID owner) {}

    NewsDocument(Place place, NewsCopy copy, IndexedWords words, String stored, ZoneId zone) {
        document = place.id();
        visibleFrom = place.visibleFrom();
        visibleUntil = place.visibleUntil();
        working = place.working();
        owner = place.owner() == null ? null : place.owner().toString();
        this.stored = stored;
        item = copy.id().toString();
        locale = copy.locale();
        tags = copy.tags().stream().map(UUID::toString).toList();
        publishedAt = copy.sortedAt();
        year = copy.sortedAt().atZone(zone).getYear();
        Language language = Language.of(copy.locale(), copy.title());
        IndexedText title = words.of(copy.title(), language);
        titleExact = title.exact();
        titleLemmas = title.lemmas();
        titleStems = title.stems();
        IndexedText summary = words.of(copy.summary(), language);
        summaryExact = summary.exact();
        summaryLemmas = summary.lemmas();
        summaryStems = summary.stems();
        IndexedText body = words.of(copy.text(), language);
        bodyExact = body.exact();
        bodyLemmas = body.lemmas();
        bodyStems = body.stems();
        text = copy.text();
    }
}

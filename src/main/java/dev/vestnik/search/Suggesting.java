package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.language.Language;
import dev.vestnik.language.Layouts;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import dev.vestnik.site.Locales;
import dev.vestnik.tag.Tag;
import dev.vestnik.tag.TagRef;
import dev.vestnik.text.Folding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/// Suggests titles and tags while one types: the last word is a beginning, the others are whole.
@Singleton
class Suggesting {

    private static final int MOST_TAGS = 3;
    private static final int MOST_TITLES = 7;
    private static final int LONGEST = 200;

    private final SearchIndexes indexes;
    private final KnownTags tags;
    private final Locales locales;
    private final ObjectMapper json;
    private final InstantSource time;

    Suggesting(
            SearchIndexes indexes,
            KnownTags tags,
            Locales locales,
            ObjectMapper json,
            InstantSource time) {
        this.indexes = indexes;
        this.tags = tags;
        this.locales = locales;
        this.json = json;
        this.time = time;
    }

    /// What fits what was typed, or what the same keys would have typed in another language.
    Suggestions suggest(String typed, @Nullable String locale) {
        locales.parameter(locale);
        String begun = typed.substring(0, Math.min(typed.length(), LONGEST));
        List<Suggestion> found = fitting(begun, locale);
        for (String other : found.isEmpty() ? Layouts.candidates(begun) : List.<String>of()) {
            if (found.isEmpty()) {
                found = fitting(other, locale);
            }
        }
        return new Suggestions(found);
    }

    private List<Suggestion> fitting(String begun, @Nullable String locale) {
        List<Suggestion> found = new ArrayList<>();
        tags(Folding.of(begun), locales.parameterOrDefault(locale)).forEach(found::add);
        List<Word> words = Words.of(begun, Language.of(locale, begun));
        if (!words.isEmpty()) {
            found.addAll(titles(words, locale));
        }
        return found;
    }

    private Stream<Suggestion> tags(String begun, String locale) {
        return tags.all()
                .filter(tag -> !begun.isEmpty() && isCalled(tag, begun))
                .sorted(Comparator.comparing(tag -> tag.slug))
                .limit(MOST_TAGS)
                .map(tag -> TagRef.of(tag, locale, locales))
                .map(tag ->
                        new Suggestion(
                                SuggestionKind.TAG,
                                tag.id(),
                                tag.slug(),
                                tag.locale(),
                                tag.name()));
    }

    private static boolean isCalled(Tag tag, String begun) {
        return Stream.concat(tag.names.values().stream(), tag.aliases.stream())
                .map(Folding::of)
                .anyMatch(name -> name.startsWith(begun) || name.contains(" " + begun));
    }

    private List<Suggestion> titles(List<Word> words, @Nullable String locale) {
        Instant now = time.instant();
        Scope scope = Scope.ofPublic(locale, now);
        return indexes
                .read(session ->
                        session.search(EditionDocument.class)
                                .select(f -> f.field("stored", String.class))
                                .where(f -> scope.apply(f, begunWith(f, words)))
                                .sort(f -> f.score().then().field("publishedAt").desc())
                                .fetchHits(MOST_TITLES))
                .stream()
                .map(stored -> StoredNews.read(stored, json))
                .map(news ->
                        new Suggestion(
                                SuggestionKind.NEWS,
                                news.id(),
                                news.slug(),
                                news.locale(),
                                news.title()))
                .toList();
    }

    private static PredicateFinalStep begunWith(SearchPredicateFactory f, List<Word> words) {
        var all = f.bool();
        for (Word word : words.subList(0, words.size() - 1)) {
            all.must(f.match().field("titleExact").matching(word.exact()));
        }
        return all.must(
                f.prefix().field("titleExact").matching(words.get(words.size() - 1).exact()));
    }
}

package dev.vestnik.search;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.access.Caller;
import dev.vestnik.edge.Cursors;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A cluster and the local disk give the same answers.
@QuarkusTest
@EnabledIfSystemProperty(named = "vestnik.test.search", matches = "opensearch")
class SameHitsTest {

    private static final int WORDS_AN_ITEM = 4;

    @Inject SearchDesk onCluster;
    @Inject SearchFollower follower;
    @Inject IndexBuilding building;
    @Inject KnownSynonyms synonyms;
    @Inject KnownTags tags;
    @Inject SearchViews views;
    @Inject Caller caller;
    @Inject Cursors cursors;
    @Inject Locales locales;
    @Inject Site site;
    @Inject InstantSource time;

    private record Pair(String locale, String stored, String asked) {}

    @Test
    void two_hundred_queries_find_the_same_in_the_same_order() throws IOException {
        List<Pair> pairs = pairs();
        write(pairs);
        follower.catchUp();
        follower.buildAnew();
        SearchDesk onDisk = onDisk();
        List<SearchListing> queries = queries(pairs);
        assertTrue(queries.size() >= 200, () -> queries.size() + " queries");

        int finding = 0;
        for (SearchListing query : queries) {
            SearchPage there = inRequest(onCluster, query);
            SearchPage here = inRequest(onDisk, query);
            assertEquals(answer(here), answer(there), () -> query.q);
            finding += here.items().isEmpty() ? 0 : 1;
        }
        assertTrue(finding >= 150, finding + " queries find something");
    }

    private SearchPage inRequest(SearchDesk desk, SearchListing query) {
        Arc.container().requestContext().activate();
        try {
            return desk.page(query);
        } finally {
            Arc.container().requestContext().terminate();
        }
    }

    private static String answer(SearchPage page) {
        StringBuilder answer = new StringBuilder();
        answer.append(page.page().total()).append(' ').append(page.didYouMean());
        answer.append(' ').append(page.interpretedAs()).append(' ').append(page.facets());
        page.items()
                .forEach(item ->
                        answer.append('\n')
                                .append(item.id())
                                .append(' ')
                                .append(item.highlights()));
        return answer.toString();
    }

    private SearchDesk onDisk() throws IOException {
        SearchIndexes indexes =
                new SearchIndexes(new IndexDirectory(Files.createTempDirectory("vestnik-index")));
        SearchIndex index = indexes.create();
        building.fill(index, new RebuildProgress(), () -> {});
        indexes.put(index);
        IndexReading reading = new IndexReading(indexes);
        return new SearchDesk(
                reading,
                new Interpretation(reading, synonyms, site),
                views,
                tags,
                caller,
                cursors,
                locales,
                site,
                time);
    }

    private static void write(List<Pair> pairs) {
        aTag().slug("odin").exists();
        aTag().slug("dva").exists();
        for (int i = 0; i + WORDS_AN_ITEM <= pairs.size(); i += WORDS_AN_ITEM) {
            List<String> words =
                    pairs.subList(i, i + WORDS_AN_ITEM).stream().map(Pair::stored).toList();
            aNewsItem()
                    .titled(words.get(0) + " и " + words.get(1))
                    .with("summary", words.get(2) + " на " + words.get(0))
                    .body(
                            "html",
                            "<p>" + String.join(". ", words) + ". Ещё " + words.get(3) + ".</p>")
                    .in(pairs.get(i).locale())
                    .tagged(i % 3 == 0 ? "odin" : "dva")
                    .publishedAt(String.format("20%02d-05-01T00:00:00Z", 10 + i % 15))
                    .exists();
        }
    }

    private static List<SearchListing> queries(List<Pair> pairs) {
        List<SearchListing> queries = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 3) {
            Pair pair = pairs.get(i);
            Pair other = pairs.get((i + 1) % pairs.size());
            String asked = pair.asked();
            queries.add(query(asked));
            switch (i % 8) {
                case 0 -> queries.add(query("\"" + pair.stored() + " и\""));
                case 1 -> queries.add(query(asked + "|" + other.asked()));
                case 2 -> queries.add(query(asked + " -" + other.asked()));
                case 3 -> queries.add(query(asked.substring(0, Math.min(3, asked.length())) + "*"));
                case 4 -> queries.add(query(misspelt(asked)));
                case 5 -> queries.add(query(asked + " " + other.asked()));
                case 6 -> {
                    SearchListing newest = query(asked + "|" + other.asked() + "|и");
                    newest.sort = "-publishedAt";
                    newest.tag = List.of("dva");
                    queries.add(newest);
                }
                default -> {
                    SearchListing filtered = query(asked);
                    filtered.locale = pair.locale();
                    filtered.from = "2012-01-01";
                    queries.add(filtered);
                }
            }
        }
        List.of("cfqufr", "saigak", "ktcf", "uhfl", "ещё", "и", "qala", "gorod", "ujhjl")
                .forEach(q -> queries.add(query(q)));
        FuzzedQueries.first(40).stream().skip(12).forEach(q -> queries.add(query(q)));
        return queries;
    }

    private static SearchListing query(String q) {
        SearchListing query = new SearchListing();
        query.q = q;
        query.limit = 10;
        query.highlight = true;
        query.facets = "tag,year,locale";
        return query;
    }

    private static String misspelt(String word) {
        int middle = word.length() / 2;
        return word.substring(0, middle) + word.substring(Math.min(word.length(), middle + 1));
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String table : List.of("russian", "kazakh")) {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    Objects.requireNonNull(
                                            SameHitsTest.class.getResourceAsStream(
                                                    "/language/" + table + ".tsv")),
                                    StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.split("\t"))
                        .filter(cells -> cells.length >= 3)
                        .map(cells -> new Pair(cells[0], cells[1], cells[2]))
                        .forEach(pairs::add);
            }
        }
        return pairs;
    }
}

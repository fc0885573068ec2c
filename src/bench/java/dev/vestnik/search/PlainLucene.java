package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/// What the search has to be held against: Lucene itself on the index that the program wrote, asked
/// for the same words in the same fields, with the same highlights, and no HTTP.
public final class PlainLucene implements AutoCloseable {

    private static final Map<String, Float> FIELDS =
            Map.of("title", 16f, "summary", 4f, "body", 1f);
    private static final Map<String, Float> KINDS =
            Map.of("Exact", 1.5f, "Lemmas", 2f, "Stems", 1f);

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /// @param index the directory of one Lucene index
    public PlainLucene(Path index) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(index));
        searcher = new IndexSearcher(reader);
    }

    public int documents() {
        return reader.numDocs();
    }

    /// The first twenty hits of a word with all highlights, and how many hits there are.
    public long find(String word) throws IOException {
        TopDocs found =
                searcher.search(
                        query(word), new TopScoreDocCollectorManager(20, null, Integer.MAX_VALUE));
        QueryText text = QueryText.of(word);
        Marking marking =
                new Marking(
                        new SoughtWords(
                                text, List.of(new Reading(Language.RUSSIAN, List.of())), false));
        long length = found.totalHits.value;
        for (ScoreDoc hit : found.scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            StoredNews news = StoredNews.read(document.get("stored"), json);
            length += marking.passages(document.get("text"), "ru").size();
            length += String.valueOf(marking.whole(news.title(), "ru")).length();
            length += String.valueOf(marking.whole(news.summary(), "ru")).length();
        }
        return length;
    }

    /// How many hits a word has.
    public int count(String word) throws IOException {
        return searcher.count(query(word));
    }

    private static Query query(String typed) {
        Word word = Words.of(typed, Language.RUSSIAN).get(0);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        FIELDS.forEach((field, weight) ->
                KINDS.forEach((kind, more) ->
                        tokens(word, kind)
                                .forEach(token ->
                                        any.add(
                                                new BoostQuery(
                                                        new TermQuery(
                                                                new Term(field + kind, token)),
                                                        weight * more),
                                                Occur.SHOULD))));
        long now = System.currentTimeMillis();
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(LongPoint.newRangeQuery("visibleFrom", Long.MIN_VALUE, now), Occur.FILTER)
                .add(LongPoint.newRangeQuery("visibleUntil", now + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    private static Iterable<String> tokens(Word word, String kind) {
        return switch (kind) {
            case "Exact" -> List.of(word.exact());
            case "Lemmas" -> word.lemmas();
            default -> word.stemsToAsk();
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

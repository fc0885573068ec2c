package dev.vestnik.synonym;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import dev.vestnik.synonym.SynonymsPage.SynonymsSummary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The configured locales, in their order.
@QueryParameters
public class SynonymsListing extends Paging {

    private static final String QUERY = "synonyms";

    SynonymsPage page(List<String> locales, Cursors cursors) {
        Cursors.Cursor from = cursor == null ? null : cursors.read(QUERY, cursor, 1);
        List<Integer> places = places(locales.size(), from);
        Window<Integer> window =
                Window.of(
                        places.subList(0, Math.min(places.size(), limit + 1)),
                        limit,
                        from,
                        total ? (long) locales.size() : null,
                        place -> List.of(String.valueOf(place)),
                        at -> cursors.write(QUERY, at));
        Map<String, Synonyms> written =
                Synonyms.<Synonyms>streamAll()
                        .collect(
                                Collectors.toMap(synonyms -> synonyms.locale, Function.identity()));
        return new SynonymsPage(
                window.rows().stream().map(place -> summary(locales.get(place), written)).toList(),
                window.page());
    }

    /// The places on the far side of the cursor, in its direction.
    private static List<Integer> places(int count, Cursors.@Nullable Cursor from) {
        if (from == null) {
            return IntStream.range(0, count).boxed().toList();
        }
        int at = Integer.parseInt(from.place().get(0));
        List<Integer> beyond =
                IntStream.range(0, count)
                        .filter(place -> from.backward() ? place < at : place > at)
                        .boxed()
                        .collect(Collectors.toList());
        if (from.backward()) {
            Collections.reverse(beyond);
        }
        return beyond;
    }

    private static SynonymsSummary summary(String locale, Map<String, Synonyms> written) {
        Synonyms synonyms = written.get(locale);
        return SynonymsSummary.of(
                synonyms == null ? SynonymsView.none(locale) : SynonymsView.of(synonyms));
    }
}

package dev.vestnik.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Cursors.Cursor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes consents out, some at a time, each portion in a transaction of its own: neither memory
/// nor a transaction grows with their number.
@Singleton
class RecordsExport {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final int AT_ONCE = 500;
    private static final List<String> HEADINGS =
            List.of(
                    "id",
                    "version",
                    "state",
                    "notice",
                    "noticeVersion",
                    "locale",
                    "textHash",
                    "method",
                    "gpc",
                    "onBehalf",
                    "decisions",
                    "effective",
                    "givenAt",
                    "updatedAt",
                    "expiresAt",
                    "linked");

    private final ConsentViews views;
    private final ObjectMapper json;

    RecordsExport(ConsentViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    /// In which form.
    enum Format {
        ndjson(NDJSON),
        csv(CSV);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return this == csv ? mediaType + ";charset=UTF-8" : mediaType;
        }
    }

    /// Some consents, and where the next ones begin; null at the end.
    private record Portion(List<ConsentView> consents, @Nullable Cursor next) {}

    void write(ConsentQuery query, Format format, OutputStream out) throws IOException {
        if (format == Format.csv) {
            out.write(bytes(CsvLine.of(HEADINGS)));
        }
        Cursor place = null;
        do {
            Portion portion = next(query, place);
            for (ConsentView consent : portion.consents) {
                out.write(
                        format == Format.csv
                                ? bytes(CsvLine.of(cells(consent)))
                                : bytes(json.writeValueAsString(consent) + '\n'));
            }
            place = portion.next;
        } while (place != null);
    }

    private Portion next(ConsentQuery query, @Nullable Cursor place) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    List<ConsentRecord> found = query.records(place, AT_ONCE);
                    Cursor next =
                            found.size() < AT_ONCE
                                    ? null
                                    : new Cursor(false, query.place(found.get(AT_ONCE - 1)));
                    return new Portion(views.of(found), next);
                });
    }

    private static List<@Nullable Object> cells(ConsentView consent) {
        return Arrays.asList(
                consent.id(),
                consent.version(),
                consent.state(),
                consent.notice(),
                consent.noticeVersion(),
                consent.locale(),
                consent.textHash(),
                consent.method(),
                consent.gpc(),
                consent.onBehalf(),
                cell(consent.decisions()),
                cell(consent.effective()),
                consent.givenAt(),
                consent.updatedAt(),
                consent.expiresAt(),
                consent.linked());
    }

    /// Such as `analytics=GRANTED marketing=DENIED`.
    private static String cell(Map<String, Decision> decisions) {
        return new TreeMap<>(decisions)
                .entrySet().stream()
                        .map(decision -> decision.getKey() + '=' + decision.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

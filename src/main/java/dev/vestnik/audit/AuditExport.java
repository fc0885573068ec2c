package dev.vestnik.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Cursors.Cursor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the audit log out, some lines at a time, each in a transaction of its own: neither memory
/// nor a transaction grows with the log.
@Singleton
class AuditExport {

    static final String NDJSON = "application/x-ndjson";

    private static final int AT_ONCE = 500;

    private final ObjectMapper json;

    AuditExport(ObjectMapper json) {
        this.json = json;
    }

    void write(AuditQuery query, OutputStream out) throws IOException {
        Cursor place = null;
        List<AuditEvent> lines = next(query, place);
        while (!lines.isEmpty()) {
            for (AuditEvent line : lines) {
                out.write(json.writeValueAsBytes(AuditLine.of(line)));
                out.write('\n');
            }
            place = new Cursor(false, AuditQuery.place(lines.get(lines.size() - 1)));
            lines = next(query, place);
        }
    }

    private static List<AuditEvent> next(AuditQuery query, @Nullable Cursor place) {
        return QuarkusTransaction.requiringNew().call(() -> query.lines(place, AT_ONCE));
    }
}

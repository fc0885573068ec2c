package dev.vestnik.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// How the database went about a statement.
///
/// @param rows how many rows of tables and indexes it looked at
/// @param sorted whether it walked along an index in the order that was asked, and sorted nothing
/// @param whole whether it read a table from its beginning to its end
/// @param text as the database tells it
public record QueryPlan(long rows, boolean sorted, boolean whole, String text) {

    private static final Pattern SCANNED_BY_H2 = Pattern.compile("scanCount: (\\d+)");

    /// Runs a statement with these values, one for each question mark.
    public static QueryPlan of(DataSource database, String sql, List<?> values) {
        assertThat(sql, sql.chars().filter(c -> c == '?').count(), equalTo((long) values.size()));
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String explain = h2 ? "explain analyze " : "explain (analyze, format json) ";
            try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet plan = statement.executeQuery()) {
                    plan.next();
                    return h2 ? byH2(plan.getString(1)) : byPostgresql(plan.getString(1));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static QueryPlan byH2(String plan) {
        long sum = 0;
        Matcher scan = SCANNED_BY_H2.matcher(plan);
        while (scan.find()) {
            sum += Long.parseLong(scan.group(1));
        }
        assertThat(plan, plan, containsString("scanCount"));
        return new QueryPlan(
                sum, plan.contains("/* index sorted */"), plan.contains(".tableScan"), plan);
    }

    private static QueryPlan byPostgresql(String plan) throws IOException {
        JsonNode root = new ObjectMapper().readTree(plan).get(0).get("Plan");
        List<String> types = root.findValuesAsText("Node Type");
        return new QueryPlan(
                scanned(root),
                !types.contains("Sort") && !types.contains("Incremental Sort"),
                types.contains("Seq Scan"),
                plan);
    }

    private static long scanned(JsonNode node) {
        List<JsonNode> inner = new ArrayList<>();
        node.path("Plans").forEach(inner::add);
        double own =
                inner.isEmpty()
                        ? (node.path("Actual Rows").asDouble()
                                        + node.path("Rows Removed by Filter").asDouble()
                                        + node.path("Rows Removed by Index Recheck").asDouble())
                                * node.path("Actual Loops").asDouble()
                        : 0;
        return Math.round(own + inner.stream().mapToLong(QueryPlan::scanned).sum());
    }
}

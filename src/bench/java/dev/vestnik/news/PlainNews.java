package dev.vestnik.news;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.vestnik.database.JsonText;
import dev.vestnik.database.StoredJson;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.tag.TagRef;
import dev.vestnik.text.Block;
import dev.vestnik.text.DisplayDates;
import dev.vestnik.text.TocEntry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The yardstick J: public reads by plain JDBC in one process. The same SQL on the same database,
/// the same JSON written by Jackson; no HTTP, and nothing between.
///
/// One connection: each client has its own.
public final class PlainNews implements AutoCloseable {

    private static final int PAGE = 20;
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .addMixIn(NewsView.class, WrittenByJackson.class)
                    .build();
    private static final Correction.Column CORRECTIONS = new Correction.Column();

    /// How Jackson writes what the program hands through as it is stored.
    private interface WrittenByJackson {

        @JsonSerialize(converter = Letters.class)
        StoredJson body();

        @JsonSerialize(converter = Letters.class)
        StoredJson bodyText();

        @JsonSerialize(converter = Blocks.class)
        StoredJson blocks();

        @JsonSerialize(converter = Toc.class)
        StoredJson toc();
    }

    /// What a column's JSON says.
    private abstract static class Told<T> extends StdConverter<StoredJson, T> {

        private final JsonText<T> json;

        Told(TypeReference<T> type) {
            this.json = new JsonText<>(type);
        }

        @Override
        public T convert(StoredJson stored) {
            return json.read(stored);
        }
    }

    private static final class Letters extends Told<String> {
        Letters() {
            super(new TypeReference<>() {});
        }
    }

    private static final class Blocks extends Told<List<Block>> {
        Blocks() {
            super(new TypeReference<>() {});
        }
    }

    private static final class Toc extends Told<List<TocEntry>> {
        Toc() {
            super(new TypeReference<>() {});
        }
    }

    private final Connection database;

    public PlainNews(Connection database) {
        this.database = database;
    }

    /// The newest of a locale.
    ///
    /// @param next what the page says of the next one
    public byte[] list(String locale, String next) throws SQLException, IOException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return page(
                PlainSql.LIST,
                next,
                now,
                now,
                now,
                now,
                now,
                locale,
                PAGE,
                now,
                now,
                now,
                locale,
                now,
                now,
                now,
                now,
                locale,
                PAGE,
                PAGE + 1);
    }

    /// The newest of a tag.
    public byte[] tagPage(String locale, String tag, String next) throws SQLException, IOException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return page(
                PlainSql.TAG_PAGE,
                next,
                now,
                now,
                now,
                now,
                now,
                locale,
                tag,
                PAGE,
                now,
                now,
                now,
                tag,
                locale,
                now,
                now,
                now,
                now,
                locale,
                tag,
                PAGE,
                PAGE + 1);
    }

    private byte[] page(String query, String next, OffsetDateTime now, Object... parameters)
            throws SQLException, IOException {
        List<NewsRow> rows = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, parameters);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found, null));
            }
        }
        rows = rows.subList(0, Math.min(PAGE, rows.size()));
        Map<UUID, List<TagRef>> tags = tags(rows, now);
        List<NewsView> views =
                rows.stream().map(row -> view(row, tags.get(row.id()), null, null)).toList();
        return JSON.writeValueAsBytes(new NewsPage(views, new PageInfo(PAGE, next, null, null)));
    }

    private Map<UUID, List<TagRef>> tags(List<NewsRow> rows, OffsetDateTime now)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(rows.stream().map(NewsRow::id).toList());
        parameters.add(now);
        parameters.add(now);
        String marks = String.join(",", Collections.nCopies(rows.size(), "?"));
        Map<UUID, List<TagRef>> tags = new HashMap<>();
        try (PreparedStatement statement =
                        prepared(PlainSql.TAGS_OF_LIST.formatted(marks), parameters.toArray());
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                tags.computeIfAbsent(uuid(found, 1), id -> new ArrayList<>())
                        .add(tag(uuid(found, 2), found.getString(3), found.getString(4)));
            }
        }
        return tags;
    }

    /// One item, whole.
    public byte[] item(String locale, String slug) throws SQLException, IOException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        NewsRow row;
        try (PreparedStatement statement = prepared(PlainSql.ITEM, locale, slug, now, now, 1);
                ResultSet found = statement.executeQuery()) {
            found.next();
            row =
                    row(
                            found,
                            new Body(
                                    new StoredJson(found.getBytes(28)),
                                    new StoredJson(found.getBytes(29)),
                                    new StoredJson(found.getBytes(30)),
                                    new StoredJson(found.getBytes(31))));
        }
        OffsetDateTime at = row.sortedAt().atOffset(ZoneOffset.UTC);
        UUID id = row.id();
        List<TagRef> tags = new ArrayList<>();
        Neighbour previous = null;
        Neighbour next = null;
        try (PreparedStatement statement =
                        prepared(
                                PlainSql.AROUND,
                                id,
                                now,
                                now,
                                locale,
                                at,
                                at,
                                id,
                                now,
                                now,
                                locale,
                                at,
                                at,
                                id,
                                now,
                                now,
                                now);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                UUID other = uuid(found, 2);
                String text = found.getString(4);
                switch (found.getString(1)) {
                    case "tag" -> tags.add(tag(other, found.getString(3), text));
                    case "previous" -> previous = new Neighbour(other, found.getString(3), text);
                    default -> next = new Neighbour(other, found.getString(3), text);
                }
            }
        }
        return JSON.writeValueAsBytes(
                view(row, tags, Optional.ofNullable(previous), Optional.ofNullable(next)));
    }

    private PreparedStatement prepared(String query, Object... parameters) throws SQLException {
        PreparedStatement statement = database.prepareStatement(query);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static NewsRow row(ResultSet found, @Nullable Body body) throws SQLException {
        Headline headline =
                new Headline(
                        found.getString(10),
                        found.getString(11),
                        found.getString(12),
                        none(found, 13, 14),
                        none(found, 15, 20),
                        none(found, 21, 24),
                        none(found, 25, 25),
                        found.getInt(26));
        return new NewsRow(
                uuid(found, 1),
                found.getLong(2),
                found.getString(3),
                uuid(found, 4),
                found.getString(5),
                NewsStatus.PUBLISHED,
                instant(found, 6),
                instant(found, 7),
                instant(found, 8),
                instant(found, 8),
                found.getBytes(9),
                headline,
                CORRECTIONS.convertToEntityAttribute(found.getString(27)),
                null,
                body);
    }

    /// Reads columns that are empty in the benchmark's newsroom.
    private static <T> @Nullable T none(ResultSet found, int first, int last) throws SQLException {
        for (int column = first; column <= last; column++) {
            if (found.getString(column) != null) {
                throw new IllegalStateException("Column " + column + " holds something");
            }
        }
        return null;
    }

    private static NewsView view(
            NewsRow row,
            List<TagRef> tags,
            @Nullable Optional<Neighbour> previous,
            @Nullable Optional<Neighbour> next) {
        Headline headline = row.headline();
        Body body = row.body();
        return new NewsView(
                row.id(),
                row.version(),
                row.locale(),
                row.translationGroup(),
                row.slug(),
                row.status(),
                headline.title(),
                headline.summary(),
                body == null ? null : body.html(),
                body == null ? null : body.blocks(),
                body == null ? null : body.text(),
                body == null ? null : body.toc(),
                null,
                tags,
                headline.author(),
                headline.source(),
                headline.cover(),
                headline.seo(),
                headline.featuredUntil(),
                row.publishedAt(),
                DisplayDates.of(row.sortedAt(), ZONE, row.locale()),
                row.createdAt(),
                row.updatedAt(),
                headline.readingMinutes(),
                row.corrections(),
                new NewsLinks(
                        "/api/v1/news/" + row.id(),
                        "http://localhost:8080/" + row.locale() + "/news/" + row.slug()),
                previous,
                next,
                null,
                null,
                null,
                null,
                null);
    }

    private static TagRef tag(UUID id, String slug, String names) {
        try {
            return new TagRef(id, slug, JSON.readTree(names).path("ru").asText(), "ru");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID uuid(ResultSet found, int column) throws SQLException {
        return found.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet found, int column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}

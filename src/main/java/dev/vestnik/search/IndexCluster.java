package dev.vestnik.search;

import dev.vestnik.edge.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.jspecify.annotations.Nullable;

/// Indexes on an OpenSearch or Elasticsearch cluster, which all nodes search and one writes. Which
/// of them is searched, how far it has followed the change log, and who writes, stands in the
/// database: there is the log, too.
final class IndexCluster implements IndexStore {

    /// A writer that is not heard of for as long is gone.
    private static final Duration LEASE = Duration.ofSeconds(15);

    /// With less of it left, the lease is taken anew before anything is written.
    private static final Duration MARGIN = Duration.ofSeconds(8);

    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final SearchSettings.Cluster settings;
    private final EntityManager database;
    private final InstantSource time;
    private final String node = Ids.next().toString();
    private volatile Instant heldUntil = Instant.EPOCH;

    IndexCluster(SearchSettings.Cluster settings, EntityManager database, InstantSource time) {
        this.settings = settings;
        this.database = database;
        this.time = time;
    }

    private record Present(int number, long followed, int format) {}

    private Present read() {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Object[] row =
                            (Object[])
                                    database.createNativeQuery(
                                                    "select present, followed, format from search_cluster where id = 1")
                                            .getSingleResult();
                    return new Present(
                            ((Number) row[0]).intValue(),
                            ((Number) row[1]).longValue(),
                            ((Number) row[2]).intValue());
                });
    }

    @Override
    public Optional<SearchIndex> left() {
        Present present = read();
        if (present.number() == 0 || present.format() != NewsDocument.FORMAT) {
            return Optional.empty();
        }
        SearchIndex index = index(present.number(), present.followed(), "none");
        try {
            index.test();
            return Optional.of(index);
        } catch (RuntimeException e) {
            index.close();
            if (isAway(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public SearchIndex create() {
        int number =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            database.createNativeQuery(
                                            "update search_cluster set begun = begun + 1 where id = 1")
                                    .executeUpdate();
                            return numbers().begun();
                        });
        return index(number, 0, "drop-and-create");
    }

    /// @param begun the last that was given to an index
    /// @param previous of the index that was searched before the present one
    /// @param lowest of an index that may still be there
    private record Numbers(int begun, int previous, int lowest) {}

    private Numbers numbers() {
        Object[] row =
                (Object[])
                        database.createNativeQuery(
                                        "select begun, previous, lowest from search_cluster where id = 1")
                                .getSingleResult();
        return new Numbers(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue());
    }

    private SearchIndex index(int number, long followed, String schema) {
        Map<String, Object> backend = new HashMap<>();
        backend.put("hibernate.search.backend.type", "elasticsearch");
        backend.put("hibernate.search.backend.uris", settings.uris().orElseThrow());
        settings.username()
                .ifPresent(name -> backend.put("hibernate.search.backend.username", name));
        settings.password()
                .ifPresent(word -> backend.put("hibernate.search.backend.password", word));
        backend.put("hibernate.search.backend.request_timeout", REQUEST.toMillis());
        backend.put("hibernate.search.backend.connection_timeout", 2_000);
        backend.put("hibernate.search.backend.schema_management.minimal_required_status", "yellow");
        backend.put(
                "hibernate.search.backend.schema_management.settings_file",
                "search/cluster-settings.json");
        backend.put(
                "hibernate.search.backend.layout.strategy",
                BeanReference.ofInstance(new Numbered(settings.prefix(), number)));
        backend.put("hibernate.search.schema_management.strategy", schema);
        return new SearchIndex(number, backend, followed, seq -> follow(number, seq));
    }

    private void follow(int number, long seq) {
        int noted =
                change(
                        "update search_cluster set followed = :seq where id = 1 and present = :number and (holder is null or holder = :node)",
                        Map.of("seq", seq, "number", number, "node", node));
        if (noted == 0) {
            heldUntil = Instant.EPOCH;
        }
    }

    @Override
    public void keep(SearchIndex index) {
        int kept =
                change(
                        """
                        update search_cluster
                        set previous = present, present = :number, followed = :seq, format = :format
                        where id = 1 and present < :number and (holder is null or holder = :node)\
                        """,
                        Map.of(
                                "number",
                                index.number(),
                                "seq",
                                index.followed(),
                                "format",
                                NewsDocument.FORMAT,
                                "node",
                                node));
        if (kept == 0) {
            heldUntil = Instant.EPOCH;
            throw new IllegalStateException("Another node writes the search index now");
        }
    }

    /// Other nodes may still read the one before.
    @Override
    public void clear(SearchIndex index) {
        Numbers numbers = QuarkusTransaction.requiringNew().call(this::numbers);
        for (int number = numbers.lowest(); number < index.number(); number++) {
            if (number != numbers.previous()) {
                drop(number);
            }
        }
        change(
                "update search_cluster set lowest = :lowest where id = 1",
                Map.of("lowest", numbers.previous() == 0 ? index.number() : numbers.previous()));
    }

    private void drop(int number) {
        SearchIndex old = index(number, 0, "none");
        try {
            old.drop();
        } finally {
            old.close();
        }
    }

    @Override
    public void discard(SearchIndex index) {
        drop(index.number());
    }

    @Override
    public synchronized boolean isWriter() {
        Instant now = time.instant();
        if (heldUntil.isAfter(now.plus(MARGIN))) {
            return true;
        }
        Instant until = now.plus(LEASE);
        int claimed =
                change(
                        """
                        update search_cluster set holder = :node, held_until = :until
                        where id = 1 and (holder is null or holder = :node or held_until < :now)\
                        """,
                        Map.of("node", node, "until", until, "now", now));
        heldUntil = claimed == 1 ? until : Instant.EPOCH;
        return claimed == 1;
    }

    @Override
    public void release() {
        change(
                "update search_cluster set holder = null where id = 1 and holder = :node",
                Map.of("node", node));
        heldUntil = Instant.EPOCH;
    }

    @Override
    public int present() {
        Present present = read();
        return present.format() == NewsDocument.FORMAT ? present.number() : 0;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public boolean isAway(RuntimeException failure) {
        return saysAway(failure);
    }

    /// An index that cannot even be opened tells why in what it has suppressed.
    private static boolean saysAway(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || (failure.getCause() != null && saysAway(failure.getCause()))
                || Stream.of(failure.getSuppressed()).anyMatch(IndexCluster::saysAway);
    }

    private int change(String sql, Map<String, Object> values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var statement = database.createNativeQuery(sql);
                    values.forEach(statement::setParameter);
                    return statement.executeUpdate();
                });
    }

    /// Names indexes by their number, without aliases.
    private record Numbered(String prefix, int number) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String name) {
            return prefix + "-" + name + "-" + number;
        }

        @Override
        public @Nullable String createWriteAlias(String name) {
            return null;
        }

        @Override
        public @Nullable String createReadAlias(String name) {
            return null;
        }

        @Override
        public String extractUniqueKeyFromElasticsearchIndexName(String name) {
            return name.substring(prefix.length() + 1, name.lastIndexOf('-'));
        }
    }
}

package dev.vestnik.search;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.change.Rounds;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;

/// Keeps the index in line with the change log. Following a line twice does no harm, so the index
/// needs to know only which line it has certainly followed.
@Singleton
public class SearchFollower {

    private static final Logger LOG = Logger.getLogger(SearchFollower.class);
    private static final int AT_ONCE = 500;
    private static final Set<ChangeKind> VOCABULARY = Set.of(ChangeKind.TAG, ChangeKind.SYNONYMS);

    /// With the time that the work takes, below the second after which what is published is found.
    private static final Duration LONGEST_REST = Duration.ofMillis(300);

    /// Of what needs no index: opening it keeps a core busy while the program begins to answer.
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    /// After the demonstration newsroom has come in.
    private static final int LATE = 2100;

    private final ChangeLines log;
    private final SearchIndexes indexes;
    private final IndexBuilding building;
    private final KnownTags tags;
    private final KnownSynonyms synonyms;
    private final SearchSettings settings;
    private final RebuildProgress progress = new RebuildProgress();
    private long heard = -1;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Rounds rounds =
            new Rounds(
                    "search-follower",
                    "The search index cannot follow the change log; tried again",
                    LOG,
                    this::follow);

    SearchFollower(
            ChangeLines log,
            SearchIndexes indexes,
            IndexBuilding building,
            KnownTags tags,
            KnownSynonyms synonyms,
            SearchSettings settings) {
        this.log = log;
        this.indexes = indexes;
        this.building = building;
        this.tags = tags;
        this.synonyms = synonyms;
        this.settings = settings;
    }

    void start(@Observes @Priority(LATE) StartupEvent start) {
        if (settings.followEvery().isZero()) {
            catchUp();
            return;
        }
        rounds.beginAfter(HEAD_START);
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        rounds.end();
        if (!settings.followEvery().isZero()) {
            indexes.release();
        }
    }

    private Duration follow() {
        long began = System.nanoTime();
        catchUp();
        return restAfter(Duration.ofNanos(System.nanoTime() - began), settings.followEvery());
    }

    /// It rests for as long as it worked, so that it takes at most half of a core from who writes.
    ///
    /// @param least how long it rests where it worked shorter
    static Duration restAfter(Duration work, Duration least) {
        Duration fair = work.compareTo(LONGEST_REST) < 0 ? work : LONGEST_REST;
        return fair.compareTo(least) > 0 ? fair : least;
    }

    /// Brings the index in line with everything that was committed before the call. Takes up the
    /// index of an earlier run first, or builds one from the database. Where another node writes
    /// the index, only sees to it that the right one is searched.
    public synchronized void catchUp() {
        long last = log.last();
        hear(last);
        if (!indexes.isWriter()) {
            indexes.takeUp(Long.MAX_VALUE);
            indexes.test();
            return;
        }
        if (!indexes.takeUp(last)) {
            buildAnew();
        }
        SearchIndex index = indexes.present().orElseThrow();
        if (index.followed() > last) {
            LOG.warn("The change log is shorter than it was: the search index is built anew");
            buildAnew();
        } else if (index.followed() < last || indexes.isDoubtful()) {
            try {
                // A cluster would make an index that is lost anew, and guess what is in it.
                indexes.test();
                follow(index);
            } catch (SearchException e) {
                if (indexes.isAway(e)) {
                    throw e;
                }
                LOG.error("The search index is damaged and is built anew", e);
                buildAnew();
            }
        }
    }

    /// Reads again what every node keeps in memory, where the log tells of it.
    private void hear(long last) {
        if (heard == last) {
            return;
        }
        boolean told = heard > last || heard < 0 || log.tellsOf(VOCABULARY, heard);
        if (told) {
            tags.read();
            synonyms.read();
        }
        heard = last;
    }

    /// Builds a new index from the database and puts it in the place of the present one, which is
    /// searched until then. Does nothing while one is being built.
    public void buildAnew() {
        if (takesOn()) {
            buildAlone();
        }
    }

    private boolean takesOn() {
        boolean free = busy.compareAndSet(false, true);
        if (free) {
            progress.waits();
        }
        return free;
    }

    private void buildAlone() {
        try {
            build(indexes.create());
        } finally {
            progress.failsUnlessDone();
            busy.set(false);
        }
    }

    /// The same in the background, unless nothing here happens by itself. From now on it is said to
    /// run.
    ///
    /// @throws Problem 409 where another node writes the index
    void beginAnew() {
        if (!indexes.isWriter()) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "Another node writes the index that all of them search.");
        }
        if (settings.followEvery().isZero()) {
            buildAnew();
            return;
        }
        if (takesOn()) {
            Thread builder = new Thread(this::buildAlone, "search-rebuild");
            builder.setDaemon(true);
            builder.start();
        }
    }

    private void build(SearchIndex index) {
        try {
            building.fill(index, progress, this::requireWriter);
            synchronized (this) {
                follow(index);
                indexes.put(index);
            }
            progress.succeeds();
        } catch (RuntimeException e) {
            indexes.discard(index);
            throw e;
        }
    }

    private void requireWriter() {
        if (!indexes.isWriter()) {
            throw new IllegalStateException("Another node writes the search index now");
        }
    }

    /// Whether it could not follow the change log when it last tried.
    boolean isFailing() {
        return rounds.isFailing();
    }

    RebuildView progress() {
        return progress.view();
    }

    private void follow(SearchIndex index) {
        List<Change> lines;
        do {
            long from = index.followed();
            lines = log.after(from, AT_ONCE);
            if (lines.isEmpty()) {
                return;
            }
            take(lines, index);
            index.followed(lines.get(lines.size() - 1).seq);
        } while (lines.size() == AT_ONCE);
    }

    private void take(List<Change> lines, SearchIndex index) {
        Set<UUID> items = new HashSet<>();
        Set<String> tagsGone = new HashSet<>();
        for (Change line : lines) {
            if (line.kind == ChangeKind.NEWS) {
                items.add(line.id);
            } else if (line.kind == ChangeKind.TAG
                    && (line.what.equals("merged") || line.what.equals("deleted"))) {
                tagsGone.add(line.id.toString());
            }
        }
        if (!tagsGone.isEmpty()) {
            items.addAll(index.carrying(tagsGone));
        }
        List<UUID> all = List.copyOf(items);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            building.renew(index, all.subList(i, Math.min(i + AT_ONCE, all.size())));
        }
    }
}

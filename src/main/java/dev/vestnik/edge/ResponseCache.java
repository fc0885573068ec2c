package dev.vestnik.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Keeps public answers ready, each until it is told to forget a key that the answer depends on.
///
/// An answer is computed of the state before a change, and the change is told of, in any order. So
/// whoever computes one notes the epoch first, and it is kept only where the epoch is still the
/// same in the end: the epoch moves before anything is forgotten. An answer that is lost so costs
/// one more computation; changes are few.
@Singleton
public class ResponseCache {

    /// One in so many hits tells the cache that the answer is in use.
    private static final int COUNTED = 16;

    private static final int SPELLINGS = 20_000;
    private static final int OF_THE_HEAP = 4;

    private final Cache<String, ReadyAnswer> answers;

    /// What was asked, as clients spelled it, and the key of the answer that they got.
    private final Cache<Spelling, Place> places;

    private final Map<String, Set<ReadyAnswer>> dependents = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();

    ResponseCache(CacheSettings settings) {
        long most =
                Math.min(
                        settings.maxSize().asLongValue(),
                        Runtime.getRuntime().maxMemory() / OF_THE_HEAP);
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .weigher((String key, ReadyAnswer answer) -> answer.weight)
                        .executor(Runnable::run)
                        .evictionListener(
                                (@Nullable String key,
                                        @Nullable ReadyAnswer answer,
                                        RemovalCause cause) -> unregister(answer))
                        .build();
        this.places = Caffeine.newBuilder().maximumSize(SPELLINGS).executor(Runnable::run).build();
    }

    /// A request's target and `Accept` header, as they were sent.
    record Spelling(String target, @Nullable String accept) {}

    @Nullable ReadyAnswer find(Spelling asked) {
        Place place = places.getIfPresent(asked);
        if (place == null) {
            return null;
        }
        ReadyAnswer last = place.last;
        if (last != null && !last.isGone() && place.passed++ % COUNTED != 0) {
            return last;
        }
        ReadyAnswer answer = answers.getIfPresent(place.key);
        place.last = answer;
        return answer;
    }

    /// Where the answer to a spelling is found.
    private static final class Place {

        private final String key;
        private volatile @Nullable ReadyAnswer last;

        /// About how often; several threads may count at once.
        private int passed;

        private Place(String key) {
            this.key = key;
        }
    }

    /// The same by the address in the form under which answers are kept, for another spelling of
    /// it.
    @Nullable ReadyAnswer find(Spelling asked, String address) {
        ReadyAnswer answer = find(new Spelling(address, asked.accept()));
        if (answer != null) {
            places.put(asked, new Place(answer.key));
        }
        return answer;
    }

    long epoch() {
        return epoch.get();
    }

    /// @param began the epoch at which the answer began to be computed
    /// @return whether it is kept
    boolean keep(ReadyAnswer answer, long began, Spelling asked, String address) {
        if (epoch.get() != began) {
            return false;
        }
        // Known by what it depends on before it can be found: whoever forgets looks there.
        for (String dependency : answer.dependencies) {
            dependents.compute(
                    dependency,
                    (key, present) -> {
                        Set<ReadyAnswer> all =
                                present == null ? ConcurrentHashMap.newKeySet() : present;
                        all.add(answer);
                        return all;
                    });
        }
        unregister(answers.asMap().put(answer.key, answer));
        Place place = new Place(answer.key);
        places.put(asked, place);
        places.put(new Spelling(address, asked.accept()), place);
        if (epoch.get() != began) {
            drop(answer);
            return false;
        }
        return true;
    }

    /// Something has changed, and what it touches is not known yet: what is being computed is not
    /// kept.
    public void beginEpoch() {
        epoch.incrementAndGet();
    }

    /// Forgets the answers that depend on any of some keys.
    public void forget(Collection<String> changed) {
        epoch.incrementAndGet();
        for (String dependency : changed) {
            Set<ReadyAnswer> old = dependents.remove(dependency);
            if (old != null) {
                old.forEach(this::drop);
            }
        }
    }

    /// Forgets all answers.
    public void forgetAll() {
        epoch.incrementAndGet();
        answers.asMap().values().forEach(this::drop);
    }

    /// How many bytes the answers take, and how many there are.
    long weight() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    long count() {
        return answers.estimatedSize();
    }

    private void drop(ReadyAnswer answer) {
        answers.asMap().remove(answer.key, answer);
        unregister(answer);
    }

    private void unregister(@Nullable ReadyAnswer answer) {
        if (answer == null) {
            return;
        }
        answer.leave();
        for (String dependency : answer.dependencies) {
            dependents.computeIfPresent(
                    dependency,
                    (key, all) -> {
                        all.remove(answer);
                        return all.isEmpty() ? null : all;
                    });
        }
    }
}

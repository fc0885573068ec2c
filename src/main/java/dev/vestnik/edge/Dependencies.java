package dev.vestnik.edge;

import io.quarkus.arc.Arc;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/// What the answer to the present request depends on, besides what it shows: whoever reads
/// something says by which keys the answer is to be forgotten. An answer of which nobody said
/// anything is not kept. What is read for something else than a request's answer depends on
/// nothing.
@Singleton
public class Dependencies {

    private final Provider<AnswerKeys> answer;

    Dependencies(Provider<AnswerKeys> answer) {
        this.answer = answer;
    }

    /// The answer is old once somebody tells the response cache to forget the key.
    public void on(String key) {
        if (isAsked()) {
            answer.get().add(key);
        }
    }

    /// The same of many keys.
    public void on(Collection<String> keys) {
        if (isAsked()) {
            answer.get().add(keys);
        }
    }

    /// The answer depends on something whose changes nobody tells the response cache of: it is not
    /// kept.
    public void onUnknown() {
        if (isAsked()) {
            answer.get().refuse();
        }
    }

    /// Empty where the answer is not to be kept.
    Set<String> keys() {
        return isAsked() ? answer.get().all() : Set.of();
    }

    private static boolean isAsked() {
        return Arc.container().requestContext().isActive();
    }
}

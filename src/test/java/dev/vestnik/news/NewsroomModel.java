package dev.vestnik.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the public should see, told apart from how the program stores it: every save has words of
/// its own, and the model remembers which of them were published, and for when.
final class NewsroomModel {

    private static final Pattern WORD = Pattern.compile("zqx\\d{6}");

    final List<Item> items = new ArrayList<>();
    Instant now;

    private int words;

    NewsroomModel(Instant now) {
        this.now = now;
    }

    /// What an editor saves, and a revision keeps.
    record Content(String title, String summary, String body, List<String> tags, String slug) {

        Content slug(String other) {
            return new Content(title, summary, body, tags, other);
        }
    }

    /// What the public has.
    ///
    /// @param updatedAt when it was published, where that is known for sure
    record Shown(Content content, List<String> corrections, @Nullable Instant updatedAt) {

        Set<String> words() {
            return wordsIn(content + " " + corrections);
        }
    }

    /// What is to happen by itself.
    record Plan(String id, Instant at, boolean shows) {}

    static final class Item {
        final String id;
        final String locale;
        final String group;
        final List<Content> revisions = new ArrayList<>();
        final Set<String> everySlug = new HashSet<>();
        final Set<String> slugsOnceShown = new HashSet<>();
        final List<String> corrections = new ArrayList<>();
        final List<Plan> plans = new ArrayList<>();
        final List<String> previews = new ArrayList<>();
        Content draft;
        @Nullable Shown shown;

        /// One of these is its date of publication; more than one only after a scheduled
        /// publication of what was public before.
        Set<Instant> dates = Set.of();

        /// As answers had it since it was shown as it is now; 0 before the first.
        long version;

        boolean trashed;
        boolean purged;

        Item(String id, String locale, String group, Content draft) {
            this.id = id;
            this.locale = locale;
            this.group = group;
            save(draft);
        }

        void save(Content content) {
            draft = content;
            revisions.add(content);
            everySlug.add(content.slug());
        }

        void publish(Instant now, @Nullable Instant at) {
            if (at != null || dates.isEmpty()) {
                dates = Set.of(at == null ? now : at);
            }
            show(now);
        }

        private void show(@Nullable Instant now) {
            shown = new Shown(draft, List.copyOf(corrections), now);
            slugsOnceShown.add(draft.slug());
            version = 0;
        }

        private void happen(Plan plan) {
            if (!plan.shows()) {
                shown = null;
                return;
            }
            Set<Instant> possible = new HashSet<>(dates);
            possible.add(plan.at());
            dates = possible;
            show(null);
        }

        /// Its only date, once an answer has told.
        Instant publishedAt() {
            return dates.iterator().next();
        }

        boolean isPublic() {
            return shown != null;
        }

        boolean wasPublic() {
            return !slugsOnceShown.isEmpty();
        }
    }

    /// A word that no other save has.
    String word() {
        return "zqx%06d".formatted(++words);
    }

    static Set<String> wordsIn(String text) {
        Set<String> found = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            found.add(word.group());
        }
        return found;
    }

    /// Lets happen what was planned until then.
    void moveTo(Instant later) {
        now = later;
        for (Item item : items) {
            List<Plan> due = item.plans.stream().filter(plan -> !plan.at().isAfter(now)).toList();
            due.stream().sorted(Comparator.comparing(Plan::at)).forEach(item::happen);
            item.plans.removeAll(due);
        }
    }

    Stream<Item> shown() {
        return items.stream().filter(Item::isPublic);
    }

    /// The words that the public may read anywhere.
    Set<String> publicWords() {
        Set<String> words = new HashSet<>();
        shown().forEach(item -> words.addAll(item.shown.words()));
        return words;
    }

    /// The ids that the public may meet: a translation tells its group, which is the original's id.
    Set<String> publicIds() {
        Set<String> ids = new HashSet<>();
        shown().forEach(item -> ids.addAll(List.of(item.id, item.group)));
        return ids;
    }
}

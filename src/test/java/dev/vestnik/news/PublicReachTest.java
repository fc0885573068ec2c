package dev.vestnik.news;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the lines of the change log mean to the public.
class PublicReachTest {

    private static Change line(ChangeKind kind, String what) {
        Change line = new Change();
        line.kind = kind;
        line.what = what;
        return line;
    }

    @ParameterizedTest
    @CsvSource({
        // what, seen by the public, leaves the public view and its plan as they are
        "created, false, true",
        "saved, false, true",
        "submitted, false, true",
        "restored, false, true",
        "trashed, false, true",
        "purged, false, true",
        "scheduled, false, false",
        "unscheduled, true, false",
        "published, true, false",
        "updated, true, false",
        "unpublished, true, false",
        "whatever else there may be, true, false"
    })
    void what_is_done_to_an_item_is_seen_or_planned_or_neither(
            String what, boolean isPublic, boolean isQuiet) {
        Change line = line(ChangeKind.NEWS, what);

        assertThat(PublicReach.isPublic(line), equalTo(isPublic));
        assertThat(PublicReach.isQuiet(line), equalTo(isQuiet));
    }

    @Test
    void what_is_done_to_a_tag_is_never_taken_for_a_draft() {
        Change line = line(ChangeKind.TAG, "created");

        assertThat(PublicReach.isPublic(line), equalTo(false));
        assertThat(PublicReach.isQuiet(line), equalTo(false));
    }
}

package dev.vestnik.news;

import dev.vestnik.edge.Cursors.Cursor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// The items that stand pinned above a list. They are settled when its first page is read, and go
/// with its cursors from page to page: so none is repeated further down or left out, whatever is
/// pinned, unpinned or expires meanwhile.
///
/// @param ids in their order
record Pins(List<UUID> ids) {

    /// More are not pinned at a time: the others stand where their date puts them.
    static final int MOST = 20;

    static final Pins NONE = new Pins(List.of());

    private static final int BYTES = 16;

    /// Those that the cursor's first page had.
    static Pins of(Cursor place) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(place.place().get(2)));
        List<UUID> ids = new ArrayList<>();
        while (bytes.remaining() >= BYTES) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return new Pins(ids);
    }

    /// As the third value of a cursor.
    String written() {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * BYTES);
        ids.forEach(id ->
                bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Which of them may stand on the page of a cursor, in its direction.
    List<UUID> beyond(Cursor place) {
        int at = ids.indexOf(UUID.fromString(place.place().get(1)));
        if (!place.backward()) {
            return at < 0 ? List.of() : ids.subList(at + 1, ids.size());
        }
        List<UUID> before = new ArrayList<>(ids.subList(0, at < 0 ? ids.size() : at));
        Collections.reverse(before);
        return before;
    }

    /// Whether some of them may stand on the page of a cursor.
    boolean bear(Cursor place) {
        return !ids.isEmpty() && (place.backward() || has(place));
    }

    /// Whether the place lies among them.
    boolean has(Cursor place) {
        return ids.contains(UUID.fromString(place.place().get(1)));
    }

    /// Those among rows that came as pinned.
    static Pins among(List<Found> rows) {
        return new Pins(
                rows.stream().filter(Found::pinned).map(found -> found.row().id()).toList());
    }

    /// A row of a list, and whether it stands above it.
    record Found(boolean pinned, NewsRow row) {}
}

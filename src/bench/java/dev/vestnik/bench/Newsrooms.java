package dev.vestnik.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The newsrooms of a run. Filling a large one takes longer than measuring it, so what one subject
/// had filled the next one is measured on.
final class Newsrooms implements AutoCloseable {

    private record Kept(String kind, FilledNewsroom newsroom) {}

    private final List<Kept> all = new ArrayList<>();

    /// The one with so many items, which it had when it was filled.
    FilledNewsroom with(String kind, int items) throws Exception {
        for (Kept kept : all) {
            if (kept.kind().equals(kind) && kept.newsroom().items() == items) {
                return kept.newsroom();
            }
        }
        FilledNewsroom newsroom = FilledNewsroom.make(kind, items);
        all.add(new Kept(kind, newsroom));
        return newsroom;
    }

    @Override
    public void close() throws IOException {
        for (Kept kept : all) {
            kept.newsroom().close();
        }
    }
}

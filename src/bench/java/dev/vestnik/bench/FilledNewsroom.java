package dev.vestnik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A newsroom full of items that the program can be started on, in a directory of its own.
record FilledNewsroom(Scratch scratch, Database database, int items) implements AutoCloseable {

    static FilledNewsroom make(String kind, int items) throws Exception {
        Scratch scratch = Scratch.make();
        Database database = Database.of(kind, scratch.path());
        FilledNewsroom newsroom = new FilledNewsroom(scratch, database, items);
        try {
            newsroom.start(Settings.JVM, Map.of()).close();
            long began = System.nanoTime();
            Newsroom.fill(database, items);
            System.out.printf(
                    "%,d items on %s in %.0f s%n", items, kind, (System.nanoTime() - began) / 1e9);
            newsroom.followed();
            return newsroom;
        } catch (Exception e) {
            newsroom.close();
            throw e;
        }
    }

    /// The program's.
    Path directory() {
        return scratch.path();
    }

    /// Says that the index has everything, which it has not: building it takes minutes, and is
    /// measured apart.
    private void followed() throws IOException {
        Path said = directory().resolve("data/index/1/followed");
        String format = Files.readString(said).split(" ", 2)[0];
        Files.writeString(said, format + " " + Newsroom.lines(items));
    }

    Server start(List<String> options, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(database.settings());
        all.putAll(settings);
        return Server.start(directory(), options, all);
    }

    @Override
    public void close() throws IOException {
        try (scratch) {
            database.close();
        }
    }
}

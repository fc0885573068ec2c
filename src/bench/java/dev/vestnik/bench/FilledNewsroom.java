package dev.vestnik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A newsroom full of items that the program can be started on.
///
/// @param directory the program's
record FilledNewsroom(Path directory, Database database, int items) implements AutoCloseable {

    static FilledNewsroom make(Path directory, String kind, int items) throws Exception {
        Database database = Database.of(kind, directory);
        FilledNewsroom newsroom = new FilledNewsroom(directory, database, items);
        newsroom.start(Settings.JVM, Map.of()).close();
        long began = System.nanoTime();
        Newsroom.fill(database, items);
        System.out.printf(
                "%,d items on %s in %.0f s%n", items, kind, (System.nanoTime() - began) / 1e9);
        newsroom.followed();
        return newsroom;
    }

    /// Says that the index has everything, which it has not: building it takes minutes, and is
    /// measured apart.
    private void followed() throws IOException {
        Path said = directory.resolve("data/index/1/followed");
        String format = Files.readString(said).split(" ", 2)[0];
        Files.writeString(said, format + " " + Newsroom.lines(items));
    }

    Server start(List<String> options, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(database.settings());
        all.putAll(settings);
        return Server.start(directory, options, all);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}

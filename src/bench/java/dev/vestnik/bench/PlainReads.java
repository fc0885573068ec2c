package dev.vestnik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.PlainNews;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The program's paths as plain JDBC answers them, by as many connections as there are threads.
final class PlainReads implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// As long as a cursor is.
    private static final String NEXT = "x".repeat(150);

    private final Database database;
    private final Queue<PlainNews> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<PlainNews> ofThread = ThreadLocal.withInitial(this::open);

    PlainReads(Database database) {
        this.database = database;
    }

    private PlainNews open() {
        try {
            PlainNews news = new PlainNews(database.connect());
            opened.add(news);
            return news;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Callable<Long>> list() {
        return List.of(() -> (long) ofThread.get().list("ru", NEXT).length);
    }

    List<Callable<Long>> items(List<String> paths) {
        return paths.stream().map(path -> (Callable<Long>) () -> (long) item(path).length).toList();
    }

    List<Callable<Long>> tagPages(List<String> paths) {
        return paths.stream()
                .map(path -> (Callable<Long>) () -> (long) tagPage(path).length)
                .toList();
    }

    private byte[] item(String path) throws SQLException, IOException {
        return ofThread.get().item("ru", path.replaceFirst(".*/([^/?]*)\\?.*", "$1"));
    }

    private byte[] tagPage(String path) throws SQLException, IOException {
        return ofThread.get().tagPage("ru", path.replaceFirst(".*tag=", ""), NEXT);
    }

    /// Sees to it that both say the same, but for cursors.
    void mustAgree(Server server, String list, String item, String tagPage) throws Exception {
        mustAgree(list, server.get(list).body(), ofThread.get().list("ru", NEXT));
        mustAgree(item, server.get(item).body(), item(item));
        mustAgree(tagPage, server.get(tagPage).body(), tagPage(tagPage));
    }

    private static void mustAgree(String path, String ours, byte[] plain) throws IOException {
        JsonNode first = JSON.readTree(ours);
        JsonNode second = JSON.readTree(plain);
        boolean same =
                first.has("items")
                        ? first.path("items").size() == 20
                                && first.path("items").equals(second.path("items"))
                        : first.equals(second);
        if (!same) {
            throw new IllegalStateException("The program and plain JDBC differ in " + path);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PlainNews news : opened) {
            news.close();
        }
        database.release();
    }
}

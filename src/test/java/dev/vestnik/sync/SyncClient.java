package dev.vestnik.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.testing.Wire;
import dev.vestnik.testing.Wire.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An app that keeps a copy of the news, and does nothing but what it is told.
final class SyncClient {

    private static final String PARTS = "include=body";

    private final Wire wire;
    private final Random random;
    private final String filter;
    private final Map<String, JsonNode> copy = new HashMap<>();
    private @Nullable String token;
    private boolean told;

    /// @param filter as in an address, such as `&locale=ru`
    SyncClient(Wire wire, Random random, String filter) {
        this.wire = wire;
        this.random = random;
        this.filter = filter;
    }

    /// Forgets everything, as an app does that is installed anew.
    void beginAnew() {
        token = null;
        copy.clear();
    }

    /// Asks once.
    ///
    /// @return the items that it was told of
    Set<String> ask() {
        String path =
                token == null
                        ? "sync?" + PARTS + filter + "&limit=" + limit()
                        : "sync?token=" + token + (random.nextBoolean() ? "" : "&limit=" + limit());
        Answer answer = wire.ask("GET", path).join();
        assertEquals(200, answer.status(), answer::toString);
        JsonNode page = answer.json();
        Set<String> items = new HashSet<>();
        for (JsonNode item : page.path("items")) {
            String id = item.path("id").asText();
            assertTrue(items.add(id), () -> id + " twice in " + answer);
            if (item.path("deleted").asBoolean()) {
                copy.remove(id);
            } else {
                copy.put(id, item);
            }
        }
        assertTrue(page.has("nextToken") != page.has("syncToken"), answer::toString);
        told = page.has("syncToken");
        token = page.path(told ? "syncToken" : "nextToken").asText();
        return items;
    }

    private int limit() {
        return 1 + random.nextInt(6);
    }

    /// Asks until it was told everything; nothing changes meanwhile.
    void catchUp() {
        do {
            ask();
        } while (!told);
        Set<String> all = new HashSet<>();
        do {
            for (String id : ask()) {
                assertTrue(all.add(id), () -> id + " told of twice");
            }
        } while (!told);
    }

    /// Its copy must be what the list of news shows.
    void check() {
        Answer answer = wire.ask("GET", "news?limit=100&" + PARTS + filter).join();
        assertTrue(answer.json().path("page").path("next").isNull(), "The list has one page");
        Map<String, JsonNode> listed = new HashMap<>();
        answer.json().path("items").forEach(item -> listed.put(item.path("id").asText(), item));
        assertEquals(listed, copy, () -> "The copy of " + filter);
    }
}

package dev.vestnik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a newsroom, its privacy officer, its administrator and its readers do in a day: every
/// operation at least once, and what may be much to answer in its largest form.
final class WorkingDay {

    private static final String API = "/api/v1";
    private static final String NEWS = API + "/news";
    private static final String ITEM = NEWS + "/{id}";
    private static final String TAGS = API + "/tags";
    private static final String TAG = TAGS + "/{id}";
    private static final String USERS = API + "/users";
    private static final String KEYS = API + "/api-keys";
    private static final String HOOKS = API + "/webhooks";
    private static final String HOOK = HOOKS + "/{id}";
    private static final String PURPOSES = API + "/consent/purposes";
    private static final String NOTICES = API + "/consent/notices";
    private static final String VERSION = NOTICES + "/{key}/versions/{number}";
    private static final String LEDGER = API + "/consent/ledger";
    private static final String CONSENTS = API + "/consents";
    private static final String CONSENT = CONSENTS + "/{id}";

    private static final String FIRST_PASSWORD = "river stone lantern";
    private static final String PASSWORD = "another river and stone";
    private static final int SEAL_SECONDS = 120;

    private final Server server;
    private final Operations operations;
    private final Map<String, String> admin;
    private final Map<String, String> nobody = Map.of();

    private WorkingDay(Server server, Operations operations)
            throws IOException, InterruptedException {
        this.server = server;
        this.operations = operations;
        this.admin = server.asAdministrator();
    }

    /// Lets a day go by.
    ///
    /// @throws IllegalStateException where something is refused
    static void pass(Server server, Operations operations)
            throws IOException, InterruptedException {
        WorkingDay day = new WorkingDay(server, operations);
        String user = day.user();
        day.apiKey();
        day.tags();
        day.item();
        day.archive();
        day.webhook();
        day.notices();
        day.consents();
        day.delivery();
        day.books();
        day.delete(USERS + "/{id}", user);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private JsonNode get(String template, Object... values)
            throws IOException, InterruptedException {
        return operations.call(admin, "GET", template, null, values);
    }

    private JsonNode post(String template, @Nullable JsonNode body, Object... values)
            throws IOException, InterruptedException {
        return operations.call(admin, "POST", template, body, values);
    }

    /// By the example of the document.
    private JsonNode send(String method, String template, Object... values)
            throws IOException, InterruptedException {
        return operations.call(
                admin, method, template, operations.example(method, template), values);
    }

    private void delete(String template, Object... values)
            throws IOException, InterruptedException {
        operations.call(admin, "DELETE", template, null, values);
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    /// A user comes, and changes the password.
    private String user() throws IOException, InterruptedException {
        String user = id(send("POST", USERS));
        get(USERS + "?total=true&limit=100");
        get(USERS + "/{id}", user);
        Map<String, String> editor = logIn(FIRST_PASSWORD);
        operations.call(editor, "GET", API + "/me", null);
        ObjectNode change = Operations.object();
        change.put("current", FIRST_PASSWORD).put("new", PASSWORD);
        operations.call(editor, "POST", API + "/me/password", change);
        send("PATCH", USERS + "/{id}", user);
        send("PUT", USERS + "/{id}", user);
        return user;
    }

    private Map<String, String> logIn(String password) throws IOException, InterruptedException {
        String path = API + "/auth/token";
        String name = operations.example("POST", USERS).path("username").asText();
        HttpResponse<String> answer =
                server.answer(
                        "POST",
                        path,
                        "username=" + name + "&password=" + password.replace(' ', '+'),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        operations.came("POST", path, path, answer.statusCode(), answer.body());
        return bearer(answer.body().replaceFirst("(?s).*\"access_token\":\"([^\"]*)\".*", "$1"));
    }

    private void apiKey() throws IOException, InterruptedException {
        String key = id(send("POST", KEYS));
        get(KEYS + "?total=true");
        get(KEYS + "/{id}", key);
        delete(KEYS + "/{id}", key);
    }

    private void tags() throws IOException, InterruptedException {
        String tag = id(send("POST", TAGS));
        String other = id(send("POST", TAGS));
        send("PUT", TAG, tag);
        send("PATCH", TAG, tag);
        get(TAG, tag);
        get(TAGS + "?sort=-newsCount&total=true&limit=100&locale=ru");
        post(TAG + "/merge", Operations.object().put("into", tag), other);
        delete(TAG, tag);
    }

    /// An item's life.
    private void item() throws IOException, InterruptedException {
        ObjectNode draft = operations.example("POST", NEWS);
        tagged(draft);
        String item = id(post(NEWS, draft));
        ObjectNode whole = operations.example("PUT", ITEM);
        tagged(whole);
        operations.call(admin, "PUT", ITEM, whole, item);
        send("PATCH", ITEM, item);
        post(ITEM + "/submit", null, item);
        post(ITEM + "/restore", null, item);
        post(ITEM + "/publish", null, item);
        send("POST", ITEM + "/corrections", item);
        get(ITEM + "?state=draft", item);
        get(ITEM + "/related?limit=20", item);
        translation(item);
        revisions(item);
        preview(item);
        post(ITEM + "/unpublish", null, item);
        post(ITEM + "/publish", null, item);
        post(ITEM + "/archive", null, item);
        post(ITEM + "/restore", null, item);
        delete(ITEM, item);
        post(ITEM + "/restore", null, item);
        delete(ITEM, item);
        get(NEWS + "?trashed=true&total=true&limit=100");
        delete(ITEM + "?purge=true", item);
    }

    private static void tagged(ObjectNode item) {
        item.putArray("tags").add(Newsroom.tagSlug(0)).add(Newsroom.tagSlug(1));
    }

    private void translation(String item) throws IOException, InterruptedException {
        String translated = id(send("POST", ITEM + "/translations", item));
        ObjectNode plan = Operations.object().put("at", "2030-01-01T00:00:00Z");
        post(ITEM + "/publish", plan, translated);
        JsonNode planned = get(API + "/schedule?total=true&limit=100").path("items").path(0);
        delete(API + "/schedule/{id}", id(planned));
        post(ITEM + "/publish", null, translated);
    }

    private void revisions(String item) throws IOException, InterruptedException {
        get(ITEM + "/revisions?total=true", item);
        get(ITEM + "/revisions/{number}", item, 1);
        get(ITEM + "/revisions/{number}/diff?against=2", item, 1);
        post(ITEM + "/revisions/{number}/restore", null, item, 1);
    }

    private void preview(String item) throws IOException, InterruptedException {
        JsonNode link = send("POST", ITEM + "/preview-links", item);
        get(ITEM + "/preview-links", item);
        operations.call(nobody, "GET", API + "/preview/{token}", null, link.path("token").asText());
        delete(ITEM + "/preview-links/{link}", item, id(link));
    }

    /// What the newsroom reads of a large archive.
    private void archive() throws IOException, InterruptedException {
        for (String query :
                List.of(
                        "status=PUBLISHED&total=true&limit=100&include=body,blocks,translations",
                        "status=DRAFT&sort=title&locale=ru&total=true",
                        "status=PUBLISHED&sort=-updatedAt&limit=100",
                        "tag=" + Newsroom.tagSlug(0) + "&total=true&sort=publishedAt&limit=100",
                        "from=2020-01-01&to=2099-01-01&total=true&limit=100",
                        "author=Nobody&total=true",
                        "featured=true",
                        "updatedSince=2020-01-01T00:00:00Z&limit=100&total=true")) {
            get(NEWS + "?" + query);
        }
        get(API + "/search?q=a&state=draft&facets=tag,year,locale&highlight=true&limit=100");
        get(API + "/search?q=-a&facets=tag,year,locale&limit=100");
        get(API + "/search/suggest?q=a");
        send("PUT", API + "/synonyms/{locale}", "ru");
        get(API + "/synonyms?total=true");
        get(API + "/synonyms/{locale}", "ru");
    }

    private void webhook() throws IOException, InterruptedException {
        String hook = id(send("POST", HOOKS));
        get(HOOKS + "?total=true");
        get(HOOK, hook);
        send("PUT", HOOK, hook);
        send("PATCH", HOOK, hook);
        post(HOOK + "/secret/rotation", null, hook);
        String delivery = id(post(HOOK + "/test", null, hook));
        get(HOOK + "/deliveries?total=true", hook);
        get(HOOK + "/deliveries/{delivery}", hook, delivery);
        post(HOOK + "/deliveries/{delivery}/redelivery", null, hook, delivery);
        delete(HOOK, hook);
    }

    /// The privacy officer writes a notice, and publishes it.
    private void notices() throws IOException, InterruptedException {
        String spare = send("POST", PURPOSES).path("code").asText();
        for (String code : List.of("necessary", "analytics", "marketing")) {
            ObjectNode purpose = operations.example("POST", PURPOSES);
            purpose.put("code", code).put("necessary", code.equals("necessary"));
            purpose.remove("signals");
            post(PURPOSES, purpose);
        }
        get(PURPOSES + "?total=true");
        get(PURPOSES + "/{code}", "analytics");
        send("PUT", PURPOSES + "/{code}", "analytics");
        send("PATCH", PURPOSES + "/{code}", "analytics");
        delete(PURPOSES + "/{code}", spare);

        String key = send("POST", NOTICES).path("key").asText();
        send("POST", NOTICES + "/{key}/versions", key);
        send("PUT", VERSION, key, 1);
        send("PATCH", VERSION, key, 1);
        get(VERSION, key, 1);
        post(VERSION + "/publish", null, key, 1);
        send("POST", NOTICES + "/{key}/versions", key);
        delete(VERSION, key, 2);
        get(NOTICES + "?total=true");
        get(NOTICES + "/{key}", key);
        operations.call(nobody, "GET", NOTICES + "/{key}/current?locale=ru", null, key);
        post(NOTICES, operations.example("POST", NOTICES).put("key", "spare"));
        delete(NOTICES + "/{key}", "spare");
    }

    /// A reader answers a notice, and changes it; the privacy officer looks into it.
    private void consents() throws IOException, InterruptedException {
        String notice = operations.example("POST", NOTICES).path("key").asText();
        JsonNode given = given(notice);
        String id = id(given);
        String token = given.path("subjectToken").asText();
        Map<String, String> holder = Map.of("Consent-Token", token);
        for (String part : List.of("", "/events", "/export", "/receipt")) {
            operations.call(holder, "GET", CONSENT + part, null, id);
        }
        operations.call(holder, "PUT", CONSENT, operations.example("PUT", CONSENT), id);
        operations.call(holder, "PATCH", CONSENT, operations.example("PATCH", CONSENT), id);
        Map<String, String> both = new HashMap<>(holder);
        both.putAll(logIn(PASSWORD));
        operations.call(both, "PUT", CONSENT + "/link", null, id);
        sealed();
        operations.call(holder, "GET", CONSENT + "/proof", null, id);
        post(CONSENTS + "/search", Operations.object().put("subjectToken", token));
        operations.call(holder, "POST", CONSENT + "/withdrawal", null, id);
        operations.call(holder, "DELETE", CONSENT, null, id);

        ObjectNode paper = operations.example("POST", CONSENTS).put("notice", notice);
        send("POST", CONSENT + "/invalidation", id(post(CONSENTS, paper)));
        get(CONSENTS + "?total=true&limit=100");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        get(CONSENTS + "/stats?from=" + today.minusYears(2) + "&to=" + today.plusDays(1));
        get(CONSENTS + "/export?format=csv");
        get(CONSENTS + "/export");
        post(CONSENTS + "/retention", null);
        post(VERSION + "/retire", null, notice, 1);
    }

    private JsonNode given(String notice) throws IOException, InterruptedException {
        ObjectNode shown = Operations.object().put("key", notice).put("locale", "ru");
        JsonNode impression = operations.call(nobody, "POST", API + "/consent/impressions", shown);
        ObjectNode answer = Operations.object().put("method", "SAVE_CHOICES");
        answer.put("shownToken", impression.path("shownToken").asText());
        answer.putObject("decisions").put("analytics", "GRANTED").put("marketing", "GRANTED");
        return operations.call(nobody, "POST", CONSENTS, answer);
    }

    /// Waits until events have been sealed.
    private void sealed() throws IOException, InterruptedException {
        String list = LEDGER + "/checkpoints?total=true";
        for (int n = 0; get(list).path("items").isEmpty() && n < SEAL_SECONDS; n++) {
            TimeUnit.SECONDS.sleep(1);
        }
        get(LEDGER + "/checkpoints/{number}", 1);
    }

    /// What goes out to readers and their apps.
    private void delivery() throws IOException, InterruptedException {
        for (String feed : List.of("rss.xml", "atom.xml", "feed.json")) {
            operations.call(nobody, "GET", "/feeds/{locale}/" + feed + "?limit=50", null, "ru");
            operations.call(nobody, "GET", "/feeds/{locale}/" + feed + "?q=a", null, "ru");
        }
        operations.call(nobody, "GET", "/sitemap-news.xml", null);
        HttpResponse<String> map = server.answer("GET", "/sitemap.xml", "", nobody);
        operations.came("GET", "/sitemap.xml", "/sitemap.xml", map.statusCode(), "");
        String first = map.body().replaceFirst("(?s).*?/sitemaps/([^.]+)\\.xml.*", "$1");
        operations.call(nobody, "GET", "/sitemaps/{from}.xml", null, first);
        JsonNode sync = operations.call(nobody, "GET", API + "/sync?locale=kk", null);
        operations.call(
                nobody, "GET", API + "/sync?token={token}", null, sync.path("syncToken").asText());
        operations.call(nobody, "GET", API + "/sync?limit=100&include=body,blocks", null);
        String events = API + "/events";
        operations.came("GET", events, events, server.statusOfStream(events), "");
        operations.call(nobody, "GET", "/.well-known/gpc.json", null);
        operations.call(nobody, "GET", "/.well-known/jwks.json", null);
    }

    /// What the administrator looks through.
    private void books() throws IOException, InterruptedException {
        post(LEDGER + "/verify", null);
        get(LEDGER + "/verify");
        post(LEDGER + "/keys", null);
        get(API + "/audit?total=true&limit=100");
        get(API + "/audit/export");
    }
}

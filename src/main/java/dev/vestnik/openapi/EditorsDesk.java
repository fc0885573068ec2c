package dev.vestnik.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/// The document as editors meet it in Swagger UI: grouped and ordered as their day goes, with a
/// login that asks for name and password.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EditorsDesk implements OASFilter {

    static final String LOGIN = "login";

    private static final Map<String, String> GROUPS = groups();

    private final IndexView classes;

    public EditorsDesk(IndexView classes) {
        this.classes = classes;
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("Login", "Begin here: Authorize takes your name and password.");
        groups.put("News", "Write a draft, look at it, publish it, put it right.");
        groups.put("Schedule", "What will be published or taken back, and when.");
        groups.put("Revisions", "Every save of an item: compare them, go back to one.");
        groups.put("Previews", "Show a draft to somebody without a login.");
        groups.put("Tags", "What the news are about.");
        groups.put(
                "Search",
                "Find what is published, in any form of its words, and say which mean the same.");
        groups.put("Sync", "All that is published, and then only what changed since.");
        groups.put("Events", "What happens, told the moment it does.");
        groups.put(
                "Feeds",
                "What programs take away: the news for feed readers, maps of the site for search engines.");
        groups.put(
                "Consent notices",
                "What people are asked, for what, in which words; a published version never changes.");
        groups.put("Consents", "What people answered, what became of it, and the proof of both.");
        groups.put("Ledger", "That nothing in the record of consents was changed.");
        groups.put("People and keys", "Who may log in, and which programs may call.");
        groups.put(
                "Webhooks",
                "Which programs are told of what happens, and what became of each telling.");
        groups.put("Audit", "Who did what when.");
        return groups;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(
                OASFactory.createInfo()
                        .title("Vestnik")
                        .version("1.0")
                        .summary("A headless CMS for news")
                        .description(
                                "Public reads need no credential. Errors are RFC 9457 problems with a stable `code`.")
                        .license(
                                OASFactory.createLicense()
                                        .name("Apache License 2.0")
                                        .identifier("Apache-2.0")));
        document.setServers(List.of(OASFactory.createServer().url("/")));
        document.setTags(
                GROUPS.entrySet().stream()
                        .map(group ->
                                OASFactory.createTag()
                                        .name(group.getKey())
                                        .description(group.getValue()))
                        .toList());
        document.getComponents().addSecurityScheme(LOGIN, login());
        new SchemaMembers(classes).complete(document);
        new PatchSchemas().complete(document);
        new Operations(classes).complete(document);
        inOrder(document);
    }

    private static SecurityScheme login() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "Name and password give a token for an hour. Leave client_id and client_secret empty.")
                .flows(
                        OASFactory.createOAuthFlows()
                                .password(
                                        OASFactory.createOAuthFlow()
                                                .tokenUrl("/api/v1/auth/token")
                                                .scopes(Map.of())));
    }

    /// Paths in the order of their groups; within one, the short ones first.
    private static void inOrder(OpenAPI document) {
        List<String> order = List.copyOf(GROUPS.keySet());
        Map<String, PathItem> paths = new LinkedHashMap<>();
        document.getPaths().getPathItems().entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<String, PathItem> path) ->
                                        order.indexOf(group(path.getValue())))
                                .thenComparing(Map.Entry::getKey))
                .forEach(path -> paths.put(path.getKey(), path.getValue()));
        document.getPaths().setPathItems(paths);
    }

    private static String group(PathItem path) {
        Set<String> groups = new java.util.TreeSet<>();
        for (Operation operation : path.getOperations().values()) {
            groups.addAll(operation.getTags());
        }
        return groups.iterator().next();
    }
}

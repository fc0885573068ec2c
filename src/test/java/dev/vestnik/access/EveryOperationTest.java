package dev.vestnik.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.demo.OpenDemonstration;
import dev.vestnik.testing.DocumentedOperation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may call what: every operation of the OpenAPI document, called by everyone with the
/// document's examples on the demonstration newsroom.
@QuarkusTest
class EveryOperationTest {

    private static final String EVERYONE = "anonymous author editor privacy admin";

    /// One line for each operation: its id, and who may call it. Others are refused: 401 where
    /// nobody is logged in, else 403.
    private static final Map<String, Set<String>> WHO_MAY =
            """
            TokenResource_issue          everyone
            MeResource_tell              author editor privacy admin
            MeResource_changePassword    author editor privacy admin

            NewsResource_list            everyone
            NewsResource_read            everyone
            RelatedResource_related      everyone
            NewsResource_create          author editor admin
            NewsResource_replace         author editor admin
            NewsResource_change          author editor admin
            NewsResource_delete          author editor admin
            PublishingResource_submit    author editor admin
            PublishingResource_publish   editor admin
            PublishingResource_unpublish editor admin
            PublishingResource_archive   editor admin
            PublishingResource_restore   editor admin
            PublishingResource_correct   editor admin
            PublishingResource_translate author editor admin

            ScheduleResource_list        author editor admin
            ScheduleResource_cancel      editor admin

            RevisionResource_list        author editor admin
            RevisionResource_read        author editor admin
            RevisionResource_diff        author editor admin
            RevisionResource_restore     author editor admin

            PreviewLinkResource_create   author editor admin
            PreviewLinkResource_list     author editor admin
            PreviewLinkResource_revoke   author editor admin
            PreviewResource_preview      everyone

            TagResource_list             everyone
            TagResource_read             everyone
            TagResource_create           editor admin
            TagResource_replace          editor admin
            TagResource_change           editor admin
            TagResource_delete           editor admin
            RetaggingResource_merge      editor admin
            RetaggingResource_read       editor admin

            SearchResource_find          everyone
            SearchResource_suggest       everyone
            SearchResource_reindex       admin
            SearchResource_progress      admin
            SyncResource_changes         everyone
            EventResource_listen         everyone
            SynonymsResource_list        editor admin
            SynonymsResource_read        editor admin
            SynonymsResource_replace     editor admin

            FeedResource_rss             everyone
            FeedResource_atom            everyone
            FeedResource_json            everyone
            SitemapIndexResource_read    everyone
            SitemapResource_read         everyone
            NewsSitemapResource_read     everyone

            PurposeResource_list         privacy admin
            PurposeResource_read         privacy admin
            PurposeResource_create       privacy admin
            PurposeResource_replace      privacy admin
            PurposeResource_change       privacy admin
            PurposeResource_delete       privacy admin
            NoticeResource_list          privacy admin
            NoticeResource_read          privacy admin
            NoticeResource_create        privacy admin
            NoticeResource_delete        privacy admin
            NoticeResource_current       everyone
            NoticeVersionResource_create privacy admin
            NoticeVersionResource_read   privacy admin
            NoticeVersionResource_replace privacy admin
            NoticeVersionResource_change privacy admin
            NoticeVersionResource_delete privacy admin
            NoticeVersionResource_publish privacy admin
            NoticeVersionResource_retire privacy admin
            ImpressionResource_create    everyone
            ConsentResource_create       everyone
            ConsentResource_read         everyone
            ConsentResource_replace      everyone
            ConsentResource_change       everyone
            ConsentResource_withdraw     everyone
            ConsentResource_link         author editor privacy admin
            ConsentResource_erase        everyone
            ConsentProofResource_events  everyone
            ConsentProofResource_proof   everyone
            ConsentProofResource_export  everyone
            ReceiptResource_read         everyone
            GpcResource_read             everyone
            ConsentRecordsResource_list  privacy admin
            ConsentRecordsResource_search privacy admin
            ConsentRecordsResource_invalidate privacy admin
            ConsentStatsResource_count   privacy admin
            ConsentExportResource_export privacy admin
            ConsentRetentionResource_apply privacy admin

            LedgerResource_list          privacy admin
            LedgerResource_read          privacy admin
            LedgerResource_verify        privacy admin
            LedgerResource_progress      privacy admin
            LedgerResource_rotate        admin
            SigningKeysResource_list     everyone

            UserResource_list            admin
            UserResource_read            admin
            UserResource_create          admin
            UserResource_replace         admin
            UserResource_change          admin
            UserResource_delete          admin

            ApiKeyResource_list          admin
            ApiKeyResource_read          admin
            ApiKeyResource_create        admin
            ApiKeyResource_revoke        admin

            WebhookResource_list         admin
            WebhookResource_read         admin
            WebhookResource_create       admin
            WebhookResource_replace      admin
            WebhookResource_change       admin
            WebhookResource_delete       admin
            WebhookResource_rotate       admin
            DeliveryResource_list        admin
            DeliveryResource_read        admin
            DeliveryResource_redeliver   admin
            DeliveryResource_test        admin

            AuditResource_list           admin
            AuditResource_export         admin
            """
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+", 2))
                    .collect(
                            Collectors.toMap(
                                    line -> line[0],
                                    line ->
                                            Set.of(
                                                    line[1].replace("everyone", EVERYONE)
                                                            .split(" "))));

    static Stream<DocumentedOperation> operations() {
        return DocumentedOperation.all().stream();
    }

    @Test
    void the_table_has_every_operation_and_no_other() {
        assertEquals(
                operations()
                        .map(DocumentedOperation::id)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(WHO_MAY.keySet()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void lets_in_who_may(DocumentedOperation operation) {
        Set<String> may = WHO_MAY.getOrDefault(operation.id(), Set.of());
        assertAll(
                Arrays.stream(EVERYONE.split(" "))
                        .map(who ->
                                () -> {
                                    Logins.reset();
                                    if (may.contains(who)) {
                                        demonstrationAnew();
                                    }
                                    Response answer = operation.call(as(who));
                                    String said =
                                            operation
                                                    + " by "
                                                    + who
                                                    + ": "
                                                    + answer.statusCode()
                                                    + " "
                                                    + answer.asString();
                                    if (may.contains(who)) {
                                        assertTrue(isAllowed(operation, answer), said);
                                    } else {
                                        assertEquals(
                                                who.equals("anonymous") ? 401 : 403,
                                                answer.statusCode(),
                                                said);
                                    }
                                }));
    }

    private static void demonstrationAnew() {
        new dev.vestnik.testing.CleanSlate().beforeEach(null);
        OpenDemonstration.now();
    }

    /// A login without name and password, and a consent without the token of a moment, are refused
    /// for what they say and not for who says it.
    private static boolean isAllowed(DocumentedOperation operation, Response answer) {
        return answer.statusCode() != 401
                && answer.statusCode() != 403
                && answer.statusCode() < 500
                && (answer.statusCode() < 300
                        || operation.id().equals("TokenResource_issue")
                        || operation.id().equals("ConsentResource_create")
                        || answer.statusCode() == 404);
    }

    private static RequestSpecification as(String who) {
        return who.equals("anonymous")
                ? RestAssured.given()
                : Logins.asInDevelopment(
                        "some-" + who, Role.valueOf(who.toUpperCase(java.util.Locale.ROOT)));
    }
}

package dev.vestnik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/// How the house is built: which way imports point, and what its classes are like.
@AnalyzeClasses(packages = "dev.vestnik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule imports_point_down =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("edge")
                    .definedBy("..vestnik.edge..")
                    .layer("memory")
                    .definedBy("..vestnik.memory..")
                    .layer("text")
                    .definedBy("..vestnik.text..")
                    .layer("language")
                    .definedBy("..vestnik.language..")
                    .layer("site")
                    .definedBy("..vestnik.site..")
                    .layer("database")
                    .definedBy("..vestnik.database..")
                    .layer("change")
                    .definedBy("..vestnik.change..")
                    .layer("access")
                    .definedBy("..vestnik.access..")
                    .layer("audit")
                    .definedBy("..vestnik.audit..")
                    .layer("ledger")
                    .definedBy("..vestnik.ledger..")
                    .layer("consent")
                    .definedBy("..vestnik.consent..")
                    .layer("tag")
                    .definedBy("..vestnik.tag..")
                    .layer("synonym")
                    .definedBy("..vestnik.synonym..")
                    .layer("news")
                    .definedBy("..vestnik.news..")
                    .layer("search")
                    .definedBy("..vestnik.search..")
                    .layer("feed")
                    .definedBy("..vestnik.feed..")
                    .layer("event")
                    .definedBy("..vestnik.event..")
                    .layer("sync")
                    .definedBy("..vestnik.sync..")
                    .layer("webhook")
                    .definedBy("..vestnik.webhook..")
                    .layer("freshness")
                    .definedBy("..vestnik.freshness..")
                    .layer("demo")
                    .definedBy("..vestnik.demo..")
                    .layer("openapi")
                    .definedBy("..vestnik.openapi..")
                    .whereLayer("edge")
                    .mayNotAccessAnyLayer()
                    .whereLayer("memory")
                    .mayNotAccessAnyLayer()
                    .whereLayer("memory")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("text")
                    .mayNotAccessAnyLayer()
                    .whereLayer("language")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("change")
                    .mayOnlyAccessLayers("database")
                    .whereLayer("site")
                    .mayOnlyAccessLayers("edge")
                    .whereLayer("database")
                    .mayOnlyAccessLayers("edge")
                    .whereLayer("access")
                    .mayOnlyAccessLayers("edge", "change", "database")
                    .whereLayer("audit")
                    .mayOnlyAccessLayers("edge", "site", "database", "access")
                    .whereLayer("ledger")
                    .mayOnlyAccessLayers("edge", "site", "database", "access", "audit")
                    .whereLayer("consent")
                    .mayOnlyAccessLayers(
                            "edge",
                            "text",
                            "site",
                            "database",
                            "change",
                            "access",
                            "audit",
                            "ledger")
                    .whereLayer("tag")
                    .mayOnlyAccessLayers(
                            "edge", "text", "site", "database", "change", "access", "audit")
                    .whereLayer("synonym")
                    .mayOnlyAccessLayers("edge", "text", "site", "database", "change", "access")
                    .whereLayer("news")
                    .mayOnlyAccessLayers(
                            "edge", "text", "site", "database", "change", "access", "audit", "tag")
                    .whereLayer("search")
                    .mayOnlyAccessLayers(
                            "edge",
                            "text",
                            "language",
                            "site",
                            "change",
                            "access",
                            "tag",
                            "synonym",
                            "news")
                    .whereLayer("feed")
                    .mayOnlyAccessLayers("edge", "site", "tag", "news", "search")
                    .whereLayer("event")
                    .mayOnlyAccessLayers("edge", "site", "change", "consent")
                    .whereLayer("sync")
                    .mayOnlyAccessLayers("edge", "site", "change", "event", "news")
                    .whereLayer("webhook")
                    .mayOnlyAccessLayers(
                            "edge", "site", "database", "change", "access", "audit", "event")
                    .whereLayer("freshness")
                    .mayOnlyAccessLayers("edge", "change", "tag", "news")
                    .whereLayer("demo")
                    .mayOnlyAccessLayers("news", "tag", "consent", "ledger", "access", "webhook")
                    .whereLayer("openapi")
                    .mayOnlyAccessLayers("edge");

    @ArchTest
    static final ArchRule rooms_make_no_circle =
            slices().matching("dev.vestnik.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_a_class_does =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Mapper)");

    @ArchTest
    static final ArchRule entities_stay_inside =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .arePublic()
                    .should()
                    .haveRawReturnType(
                            DescribedPredicate.describe(
                                    "an entity",
                                    (JavaClass type) -> type.isAnnotatedWith(Entity.class)));

    @ArchTest
    static final ArchRule transactions_begin_at_resources_and_jobs =
            noClasses()
                    .that()
                    .areNotAnnotatedWith(Path.class)
                    .and()
                    .areNotAnnotatedWith(Interceptor.class)
                    .should()
                    .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule the_time_is_asked_of_the_clock =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.vestnik.edge.Time")
                    .should()
                    .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule every_operation_says_who_may_call_it =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .arePublic()
                    .should(sayWhoMayCall());

    @ArchTest
    static final ArchRule resources_answer_with_records =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .haveRawReturnType("jakarta.ws.rs.core.Response");

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says =
                        List.of(
                                        PermitAll.class,
                                        RolesAllowed.class,
                                        Authenticated.class,
                                        DenyAll.class)
                                .stream()
                                .anyMatch(method::isAnnotatedWith);
                events.add(new SimpleConditionEvent(method, says, method.getFullName()));
            }
        };
    }
}

package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// How many agree.
@Path("/api/v1/consents/stats")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ConsentStatsResource {

    private static final String BY_DAY =
            """
            select t.atDay, t.what, count(*) from Tally t
            where t.noticeKey in :notices and t.atDay between :first and :last
            group by t.atDay, t.what order by t.atDay\
            """;
    private static final String BY_VERSION =
            """
            select t.noticeKey, t.noticeVersion, t.what, count(*) from Tally t
            where t.noticeKey in :notices and t.atDay between :first and :last
            group by t.noticeKey, t.noticeVersion, t.what order by t.noticeKey, t.noticeVersion\
            """;
    private static final String BY_LOCALE =
            """
            select t.locale, t.what, count(*) from Tally t
            where t.noticeKey in :notices and t.atDay between :first and :last
            group by t.locale, t.what order by t.locale\
            """;

    private final EntityManager database;
    private final ConsentLog log;
    private final ConsentViews views;
    private final ConsentSettings settings;
    private final Site site;

    ConsentStatsResource(
            EntityManager database,
            ConsentLog log,
            ConsentViews views,
            ConsentSettings settings,
            Site site) {
        this.database = database;
        this.log = log;
        this.views = views;
        this.settings = settings;
        this.site = site;
    }

    /// What a row stands for; the others are null.
    private record Group(
            @Nullable LocalDate day,
            @Nullable String notice,
            @Nullable Integer version,
            @Nullable String locale) {}

    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @APIResponseSchema(Stats.class)
    @Operation(
            summary = "Count how notices are answered",
            description =
                    "How often they were shown, of which the rates are parts, and what came of it. Small"
                            + " counts are null, and so is whatever would give them away within the answer.")
    public RestResponse<Stats> count(@BeanParam @Valid StatsFilter wanted) {
        StatsFilter.GroupBy grouped = wanted.grouped();
        StatsFilter.Days days = wanted.days(log.today(), site.timeZone());
        Map<Group, Counting> rows = new LinkedHashMap<>();
        for (Object[] row : rows(grouped, wanted.notices(), days)) {
            int last = row.length - 1;
            rows.computeIfAbsent(group(grouped, row), missing -> new Counting())
                    .add((Tally.What) row[last - 1], (Long) row[last]);
        }
        int smallest = settings.smallestCount();
        List<Stats.Row> items = new ArrayList<>();
        rows.forEach((group, counting) ->
                items.add(
                        new Stats.Row(
                                group.day,
                                group.notice,
                                group.version,
                                group.locale,
                                counting.counts(smallest))));
        return views.kept(
                new Stats(
                        days.first(),
                        days.last(),
                        smallest,
                        items,
                        Counting.total(rows.values(), smallest)));
    }

    private List<Object[]> rows(
            StatsFilter.GroupBy grouped, List<String> notices, StatsFilter.Days days) {
        String query =
                switch (grouped) {
                    case DAY -> BY_DAY;
                    case VERSION -> BY_VERSION;
                    case LOCALE -> BY_LOCALE;
                };
        return database.createQuery(query, Object[].class)
                .setParameter("notices", notices)
                .setParameter("first", days.first())
                .setParameter("last", days.last())
                .getResultList();
    }

    private static Group group(StatsFilter.GroupBy grouped, Object[] row) {
        return switch (grouped) {
            case DAY -> new Group((LocalDate) row[0], null, null, null);
            case VERSION -> new Group(null, (String) row[0], (Integer) row[1], null);
            case LOCALE -> new Group(null, null, null, (String) row[0]);
        };
    }
}

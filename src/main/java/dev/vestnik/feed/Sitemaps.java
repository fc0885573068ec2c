package dev.vestnik.feed;

import dev.vestnik.edge.Packed;
import dev.vestnik.edge.Problem;
import dev.vestnik.news.NewsLinks;
import dev.vestnik.news.PublicAddresses;
import dev.vestnik.news.PublicAddresses.Address;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes maps of the site by the sitemaps protocol 0.9. Rows are read in batches and written at
/// once, so that a map of fifty thousand pages takes no more memory than a short one, but for its
/// compressed text.
@Singleton
class Sitemaps {

    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Map<String, String> INDEX = Map.of("", PROTOCOL);
    private static final Map<String, String> PAGES =
            Map.of("", PROTOCOL, "xhtml", "http://www.w3.org/1999/xhtml");
    private static final Map<String, String> NEWS =
            Map.of("", PROTOCOL, "news", "http://www.google.com/schemas/sitemap-news/0.9");

    private static final Set<String> DEPENDS_ON = Set.of("news");
    private static final int BATCH = 500;
    private static final int MOST_NEWS = 1000;
    private static final Duration FRESH = Duration.ofHours(48);

    private final PublicAddresses addresses;
    private final FeedSettings settings;
    private final Site site;
    private final InstantSource time;

    Sitemaps(PublicAddresses addresses, FeedSettings settings, Site site, InstantSource time) {
        this.addresses = addresses;
        this.settings = settings;
        this.site = site;
        this.time = time;
    }

    /// The maps that there are.
    Packed index() {
        return Packed.of(
                DEPENDS_ON,
                out ->
                        XmlText.write(
                                out,
                                "sitemapindex",
                                INDEX,
                                xml ->
                                        addresses
                                                .portions(settings.sitemapPages())
                                                .forEach(start ->
                                                        xml.start("sitemap")
                                                                .element(
                                                                        "loc",
                                                                        site.url()
                                                                                + "/sitemaps/"
                                                                                + start
                                                                                + ".xml")
                                                                .end())));
    }

    /// The pages of the items from one on, with those of their translations.
    ///
    /// @throws Problem 404 where there are none
    Packed pages(UUID from) {
        List<Address> first = addresses.from(from, Math.min(BATCH, settings.sitemapPages()));
        if (first.isEmpty()) {
            throw Problem.notFound("A sitemap that begins there");
        }
        return Packed.of(
                DEPENDS_ON, out -> XmlText.write(out, "urlset", PAGES, xml -> pages(xml, first)));
    }

    private void pages(XmlText xml, List<Address> first) {
        List<Address> batch = first;
        int left = settings.sitemapPages();
        while (!batch.isEmpty()) {
            Map<UUID, List<Address>> groups = groups(batch);
            batch.forEach(address -> page(xml, address, groups.get(address.translationGroup())));
            left -= batch.size();
            batch =
                    left <= 0
                            ? List.of()
                            : addresses.after(
                                    batch.get(batch.size() - 1).id(), Math.min(BATCH, left));
        }
    }

    private Map<UUID, List<Address>> groups(List<Address> batch) {
        Map<UUID, List<Address>> groups = new HashMap<>();
        addresses
                .ofGroups(batch.stream().map(Address::translationGroup).distinct().toList())
                .stream()
                .filter(this::isCanonical)
                .forEach(address ->
                        groups.computeIfAbsent(
                                        address.translationGroup(), group -> new ArrayList<>())
                                .add(address));
        return groups;
    }

    private void page(XmlText xml, Address address, @Nullable List<Address> group) {
        if (!isCanonical(address)) {
            return;
        }
        xml.start("url")
                .element("loc", link(address))
                .element("lastmod", seconds(address.updatedAt()));
        if (group != null && group.size() > 1) {
            group.forEach(other -> alternate(xml, other.locale(), other));
            group.stream()
                    .filter(other -> other.locale().equals(site.defaultLocale()))
                    .forEach(other -> alternate(xml, "x-default", other));
        }
        xml.end();
    }

    private void alternate(XmlText xml, String language, Address other) {
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", link(other));
    }

    /// What was published in the last two days, for Google News and the like.
    Packed news() {
        Instant since = time.instant().minus(FRESH);
        return Packed.of(
                DEPENDS_ON,
                out ->
                        XmlText.write(
                                out,
                                "urlset",
                                NEWS,
                                xml ->
                                        addresses.since(since, MOST_NEWS).stream()
                                                .filter(this::isCanonical)
                                                .forEach(address -> fresh(xml, address))));
    }

    private void fresh(XmlText xml, Address address) {
        xml.start("url").element("loc", link(address)).start("news:news");
        xml.start("news:publication")
                .element("news:name", site.name())
                .element("news:language", Locale.forLanguageTag(address.locale()).getLanguage())
                .end();
        xml.element("news:publication_date", seconds(address.publishedAt()))
                .element("news:title", address.title())
                .end()
                .end();
    }

    /// What another page stands for is left to that page's own map.
    private boolean isCanonical(Address address) {
        return address.canonicalUrl() == null || address.canonicalUrl().equals(link(address));
    }

    private String link(Address address) {
        return NewsLinks.of(site, address.id(), address.locale(), address.slug()).html();
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package dev.vestnik.feed;

import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The site on which readers find the news. An item may point to paths of it, which mean nothing in
/// a reader's program: here they become whole addresses.
@Singleton
class ReaderSite {

    private static final Pattern PATH = Pattern.compile("(?:href|src)=\"/");

    private final URI home;

    ReaderSite(Site site) {
        this.home = URI.create(site.linkTemplate().replaceAll("\\{\\w+}", "x")).resolve("/");
    }

    /// Its first page.
    String home() {
        return home.toString();
    }

    /// The whole address of an http or https address or a path.
    String whole(String address) {
        return address.startsWith("/") ? home.resolve(address).toString() : address;
    }

    /// The body with whole addresses.
    String html(String body) {
        if (!PATH.matcher(body).find()) {
            return body;
        }
        Document parsed = Jsoup.parseBodyFragment(body);
        parsed.outputSettings().prettyPrint(false);
        for (Element element : parsed.select("[href^=/], [src^=/]")) {
            String name = element.hasAttr("href") ? "href" : "src";
            element.attr(name, whole(element.attr(name)));
        }
        return parsed.body().html();
    }
}

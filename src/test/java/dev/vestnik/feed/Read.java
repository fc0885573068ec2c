package dev.vestnik.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Reads feeds as the programs do that they are meant for.
final class Read {

    private Read() {}

    static SyndFeed byRome(byte[] feed) {
        try {
            return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
        } catch (IOException | FeedException e) {
            throw new AssertionError(e);
        }
    }

    /// The address of a feed's own link; empty where there is none.
    static String link(ValidatableResponse feed, String relation) {
        return Jsoup.parse(feed.extract().asString(), "", Parser.xmlParser())
                .select("channel > atom|link[rel=%1$s], feed > link[rel=%1$s]".formatted(relation))
                .attr("href");
    }

    /// What is left of an address without its host.
    static URI path(String address) {
        URI uri = URI.create(address);
        return URI.create(
                uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }
}

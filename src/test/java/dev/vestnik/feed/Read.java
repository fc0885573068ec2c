package dev.vestnik.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.restassured.RestAssured;
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

    /// Asks for an address as it stands, but of the program under test.
    static ValidatableResponse at(String address) {
        URI uri = URI.create(address);
        String query = uri.getRawQuery();
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .get(uri.getRawPath() + (query == null ? "" : "?" + query))
                .then();
    }
}

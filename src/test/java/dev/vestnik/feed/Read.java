package dev.vestnik.feed;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.vestnik.testing.Wire;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /// What a schema has against a JSON document; empty where it is valid.
    static Set<ValidationMessage> faults(String schema, String document) throws IOException {
        try (InputStream rules =
                Objects.requireNonNull(Read.class.getResourceAsStream("/feed/" + schema))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(rules)
                    .validate(Wire.JSON.readTree(document));
        }
    }

    /// The texts of all elements that a selector finds.
    static List<String> texts(String document, String selector) {
        return Jsoup.parse(document, "", Parser.xmlParser()).select(selector).eachText();
    }

    static List<String> attributes(String document, String selector, String attribute) {
        return Jsoup.parse(document, "", Parser.xmlParser()).select(selector).eachAttr(attribute);
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

package dev.vestnik.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;

/// Notes the secrets in what tests send and are answered, and every answer that is a problem.
public final class SecretsOnTheWire implements Filter {

    private static final List<String> SECRET_FIELDS = List.of("password", "client_secret");

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expected,
            FilterContext context) {
        for (Header header : request.getHeaders()) {
            if (header.getName().equalsIgnoreCase("Authorization")) {
                Secrets.keep(header.getValue().replaceFirst("(?i)^bearer\\s+", ""));
            } else if (header.getName().equalsIgnoreCase("Consent-Token")) {
                Secrets.keep(header.getValue());
            }
        }
        SECRET_FIELDS.forEach(field -> {
            Object value = request.getFormParams().get(field);
            Secrets.keep(value == null ? null : value.toString());
        });
        if (request.getBody() instanceof String body) {
            Secrets.keepAllIn(body);
        }
        Response answer = context.next(request, expected);
        String type = String.valueOf(answer.contentType());
        if (type.contains("problem+json")) {
            Secrets.expose("problems", told(answer, URI.create(request.getURI())));
        } else if (type.contains("json")) {
            Secrets.keepAllIn(answer.asString());
        }
        return answer;
    }

    /// A client that puts a secret into a path where none belongs gets its own path back.
    private static String told(Response problem, URI asked) {
        String body = problem.asString();
        return asked.getPath().contains("/preview/")
                ? body
                : body.replaceFirst("\"instance\":\"[^\"]*\",?", "");
    }
}

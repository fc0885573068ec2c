package dev.vestnik.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.DocumentedOperation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation works on the demonstration newsroom with the examples of the document, sent as
/// they stand.
@QuarkusTest
class DocumentedExamplesTest {

    /// A password and a token of one's own: no document can have them.
    private static final Set<String> SECRET =
            Set.of("/api/v1/auth/token", "/api/v1/preview/{token}");

    static Stream<DocumentedOperation> operations() {
        return DocumentedOperation.all().stream()
                .filter(operation -> !SECRET.contains(operation.path()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void works_as_it_stands(DocumentedOperation operation) {
        OpenDemonstration.now();

        Response answer = operation.call(Logins.adminAsInDevelopment());

        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.asString());
    }
}

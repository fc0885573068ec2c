package dev.vestnik.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        // socket, X-Forwarded-For, trusted, the client
        "203.0.113.7, , '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 10.0.0.0/8, 203.0.113.7",
        "10.1.2.3, 198.51.100.1, 10.0.0.0/8, 198.51.100.1",
        "10.1.2.3, '192.0.2.9, 198.51.100.1', 10.0.0.0/8, 198.51.100.1",
        "10.1.2.3, '192.0.2.9, 198.51.100.1, 10.9.9.9', 10.0.0.0/8, 198.51.100.1",
        "10.1.2.3, '192.0.2.9, 198.51.100.1, 172.16.0.1', '10.0.0.0/8, 172.16.0.0/12', 198.51.100.1",
        "10.1.2.3, , 10.0.0.0/8, 10.1.2.3",
        "10.1.2.3, localhost, 10.0.0.0/8, 10.1.2.3",
        "10.1.2.3, 'evil.example, 10.4.4.4', 10.0.0.0/8, 10.4.4.4",
        "10.1.2.3, '10.5.5.5, 10.4.4.4', 10.0.0.0/8, 10.5.5.5",
        "11.0.0.1, 198.51.100.1, 10.0.0.0/8, 11.0.0.1",
        "10.0.0.1, 198.51.100.1, 10.0.0.1, 198.51.100.1",
        "10.0.0.2, 198.51.100.1, 10.0.0.1/32, 10.0.0.2",
        "::1, 2001:db8:1:2:3:4:5:6, ::1, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:3:4:5:6, 198.51.100.1, ::1, 2001:db8:1:2:0:0:0:0/64"
    })
    void believes_trusted_proxies_alone(
            String socket, String forwarded, String trusted, String client) {
        assertEquals(client, address(trusted).counted(request(socket, forwarded)));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48"
    })
    void records_keep_a_part_of_it(String socket, String kept) {
        assertEquals(kept, address("").truncated(request(socket, null)));
    }

    @Test
    void a_network_that_is_none_is_told_at_the_start() {
        assertThrows(IllegalStateException.class, () -> address("10.0.0.0/x"));
        assertThrows(IllegalStateException.class, () -> address("proxy.example"));
    }

    private static ClientAddress address(String trusted) {
        return new ClientAddress(
                new EdgeSettings() {
                    @Override
                    public Duration maxAge() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Duration staleWhileRevalidate() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Optional<List<String>> allowedOrigins() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<List<String>> trustedProxies() {
                        return trusted.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Arrays.asList(trusted.split(",")));
                    }

                    @Override
                    public long maxBody() {
                        return 0;
                    }

                    @Override
                    public Duration bodyDeadline() {
                        return Duration.ZERO;
                    }
                });
    }

    private static HttpServerRequest request(String socket, String forwarded) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (forwarded != null) {
            headers.add("X-Forwarded-For", forwarded);
        }
        SocketAddress address = SocketAddress.inetSocketAddress(1234, socket);
        return (HttpServerRequest)
                Proxy.newProxyInstance(
                        ClientAddressTest.class.getClassLoader(),
                        new Class<?>[] {HttpServerRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "remoteAddress" -> address;
                                    case "headers" -> headers;
                                    default -> throw new UnsupportedOperationException();
                                });
    }
}

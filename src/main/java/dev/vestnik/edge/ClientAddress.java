package dev.vestnik.edge;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a request comes from: the other end of its connection, or, where that is a trusted proxy,
/// the last address in `X-Forwarded-For` that is none. What a client writes into the header itself
/// stands further left and is never looked at.
@Singleton
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV4_NETWORK = 24;
    private static final int IPV6_NETWORK = 48;
    private static final int IPV6_HOUSEHOLD = 64;

    private final List<Network> trusted;

    ClientAddress(EdgeSettings settings) {
        this.trusted =
                settings.trustedProxies().orElse(List.of()).stream().map(Network::of).toList();
    }

    /// The address as limits count it: of IPv6 its first 64 bits, since one household has them all.
    public String counted(HttpServerRequest request) {
        InetAddress address = of(request);
        return address.getAddress().length == 4
                ? address.getHostAddress()
                : cut(address, IPV6_HOUSEHOLD);
    }

    /// The address as records may keep it: its first 24 bits, of IPv6 its first 48.
    public String truncated(HttpServerRequest request) {
        InetAddress address = of(request);
        return cut(address, address.getAddress().length == 4 ? IPV4_NETWORK : IPV6_NETWORK);
    }

    private InetAddress of(HttpServerRequest request) {
        String socket =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        InetAddress client = literal(socket == null ? "" : socket);
        if (client == null) {
            return InetAddress.getLoopbackAddress();
        }
        String forwarded = String.join(",", request.headers().getAll(FORWARDED_FOR));
        List<String> hops = Arrays.asList(forwarded.split(","));
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            InetAddress hop = literal(hops.get(i).strip());
            if (hop == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /// Reads an address and never asks a name server.
    private static @Nullable InetAddress literal(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }

    private static String cut(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(prefix(bytes, bits)).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address keeps its length", e);
        }
    }

    private static byte[] prefix(byte[] address, int bits) {
        byte[] prefix = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - 8 * i));
            prefix[i] = (byte) (address[i] & (0xff << (8 - kept)));
        }
        return prefix;
    }

    /// A network in CIDR notation (RFC 4632), or a single address.
    private record Network(byte[] prefix, int bits) {

        static Network of(String text) {
            String[] parts = text.strip().split("/", 2);
            InetAddress address = literal(parts[0]);
            if (address == null || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
                throw new IllegalStateException(
                        "vestnik.edge.trusted-proxies: "
                                + text
                                + " is no network such as 10.0.0.0/8");
            }
            int most = address.getAddress().length * 8;
            int bits = parts.length == 2 ? Math.min(most, Integer.parseInt(parts[1])) : most;
            return new Network(ClientAddress.prefix(address.getAddress(), bits), bits);
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length == prefix.length
                    && Arrays.equals(ClientAddress.prefix(bytes, bits), prefix);
        }
    }
}

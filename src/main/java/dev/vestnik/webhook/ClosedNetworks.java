package dev.vestnik.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// The networks that nobody outside may send this program to (RFC 6890 and its registries). What
/// the JDK knows of them (`isSiteLocalAddress` and its like) is but a part.
final class ClosedNetworks {

    private static final List<Network> ALL =
            """
            0.0.0.0/8
            10.0.0.0/8
            100.64.0.0/10
            127.0.0.0/8
            169.254.0.0/16
            172.16.0.0/12
            192.0.0.0/24
            192.0.2.0/24
            192.88.99.0/24
            192.168.0.0/16
            198.18.0.0/15
            198.51.100.0/24
            203.0.113.0/24
            224.0.0.0/4
            240.0.0.0/4
            ::/96
            64:ff9b::/96
            64:ff9b:1::/48
            100::/64
            2001::/23
            2001:db8::/32
            2002::/16
            3fff::/20
            5f00::/16
            fc00::/7
            fe80::/10
            fec0::/10
            ff00::/8
            """
                    .lines()
                    .map(Network::of)
                    .toList();

    private ClosedNetworks() {}

    static boolean contain(InetAddress address) {
        return ALL.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    private record Network(byte[] address, int bits) {

        static Network of(String text) {
            String[] parts = text.split("/");
            try {
                return new Network(
                        InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = 0xff << (8 - rest);
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (rest == 0 || (address[whole] & mask) == (other[whole] & mask));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Network network
                    && bits == network.bits
                    && Arrays.equals(address, network.address);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(address) + bits;
        }
    }
}

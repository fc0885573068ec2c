package dev.vestnik.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Asks the machine's resolver for the addresses of a host.
@Singleton
class Names {

    /// @param host a name, or an address in any form that the resolver knows
    /// @return at least one
    List<InetAddress> of(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}

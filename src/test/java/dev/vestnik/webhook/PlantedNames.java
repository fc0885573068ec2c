package dev.vestnik.webhook;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Knows the addresses that a test has planted, and literal ones; asks no network.
@Mock
@Singleton
class PlantedNames extends Names {

    private static final Map<String, List<String>> PLANTED = new ConcurrentHashMap<>();

    static void plant(String host, String... addresses) {
        PLANTED.put(host, List.of(addresses));
    }

    @Override
    List<InetAddress> of(String host) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        boolean literal = host.matches("[0-9.]+") || host.contains(":");
        for (String address : literal ? List.of(host) : PLANTED.getOrDefault(host, List.of())) {
            addresses.add(InetAddress.getByName(address));
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }
}

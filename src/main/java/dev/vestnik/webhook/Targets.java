package dev.vestnik.webhook;

import dev.vestnik.edge.Problem;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where events may be sent: to no address by which this program reaches what others do not, unless
/// a setting allows that.
@Singleton
class Targets {

    private static final String URL = "/url";
    private static final long PATIENCE_MILLIS = 1000;

    private final Names names;
    private final WebhookSettings settings;

    Targets(Names names, WebhookSettings settings) {
        this.names = names;
        this.settings = settings;
    }

    /// The URL of a webhook that is being made or changed. A name that cannot be looked up within a
    /// second is let through: it is looked up again at every attempt.
    ///
    /// @throws Problem 422 where it is not allowed
    URI allowed(String url) {
        URI uri = wellFormed(url);
        if (allowsPrivate()) {
            return uri;
        }
        if (uri.getScheme().equalsIgnoreCase("http")) {
            throw Problem.invalid(URL, "HTTPS_REQUIRED", "must begin with https:");
        }
        if (known(host(uri)).stream().anyMatch(ClosedNetworks::contain)) {
            throw Problem.invalid(
                    URL, "FORBIDDEN_TARGET", "leads to an address that is not a public one");
        }
        return uri;
    }

    boolean allowsPrivate() {
        return settings.allowPrivate();
    }

    private static URI wellFormed(String url) {
        URI uri;
        try {
            uri = new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw Problem.invalid(URL, "INVALID_URL", "must be an absolute URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw Problem.invalid(URL, "INVALID_URL", "must begin with https:");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw Problem.invalid(URL, "INVALID_URL", "must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw Problem.invalid(URL, "INVALID_URL", "must have no name or password in it");
        }
        if (uri.getRawFragment() != null) {
            throw Problem.invalid(URL, "INVALID_URL", "must have no part after #");
        }
        return uri;
    }

    private List<InetAddress> known(String host) {
        CompletableFuture<List<InetAddress>> asked =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return names.of(host);
                            } catch (UnknownHostException e) {
                                return List.of();
                            }
                        },
                        Infrastructure.getDefaultExecutor());
        try {
            return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The address to connect to for one attempt. It is to be used as it is, and the name not
    /// looked up again: the answer may be another one then.
    ///
    /// @throws IOException where there is none, or one of several is not allowed
    InetAddress address(URI url) throws IOException {
        List<InetAddress> all = names.of(host(url));
        if (allowsPrivate()) {
            return all.get(0);
        }
        if (all.stream().anyMatch(ClosedNetworks::contain)) {
            throw new IOException("The host has an address that is not a public one");
        }
        if (!url.getScheme().equalsIgnoreCase("https")) {
            throw new IOException("The URL must begin with https:");
        }
        return all.get(0);
    }

    /// In lower case, an IPv6 address without its brackets.
    static String host(URI url) {
        return url.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}

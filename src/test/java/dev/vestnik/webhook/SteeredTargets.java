package dev.vestnik.webhook;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;

/// Lets a test say whether private targets are allowed.
@Mock
@Singleton
class SteeredTargets extends Targets {

    static volatile boolean allowPrivate;

    SteeredTargets(Names names, WebhookSettings settings) {
        super(names, settings);
    }

    @Override
    boolean allowsPrivate() {
        return allowPrivate;
    }
}

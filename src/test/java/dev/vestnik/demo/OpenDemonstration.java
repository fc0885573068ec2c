package dev.vestnik.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;

/// Opens the demonstration newsroom for tests.
public final class OpenDemonstration {

    private OpenDemonstration() {}

    public static void now() {
        DemonstrationNewsroom newsroom = CDI.current().select(DemonstrationNewsroom.class).get();
        QuarkusTransaction.requiringNew().run(newsroom::open);
    }
}

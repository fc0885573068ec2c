package dev.vestnik;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The program: an application of Quarkus, whose classes are loaded ahead of it.
@QuarkusMain
public final class Vestnik {

    private Vestnik() {}

    /// Runs until it is asked to stop.
    ///
    /// @param args handed on to Quarkus
    public static void main(String... args) {
        ClassesAhead.load();
        Quarkus.run(args);
    }
}

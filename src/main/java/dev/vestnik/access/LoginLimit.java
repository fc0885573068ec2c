package dev.vestnik.access;

import dev.vestnik.edge.Allowance;
import dev.vestnik.edge.Problem;
import jakarta.inject.Singleton;
import java.util.Locale;

/// Slows down guessing: so many failed logins a minute for one address, and for one name.
@Singleton
class LoginLimit {

    private final Allowance tries = new Allowance("Too many failed logins.");
    private final AccessSettings settings;

    LoginLimit(AccessSettings settings) {
        this.settings = settings;
    }

    /// Takes one try from the address and from the name.
    ///
    /// @throws Problem 429 where either has none left
    void take(String address, String username) {
        tries.take(address(address), settings.loginsPerMinute() * 3L);
        tries.take(name(username), settings.loginsPerMinute());
    }

    /// A login that succeeded gives the name all its tries back; the address only the one it took,
    /// or who has one password could go on guessing others.
    void succeeded(String address, String username) {
        tries.forget(name(username));
        tries.giveBack(address(address));
    }

    /// Forgets all tries, as a restart would.
    void forget() {
        tries.forgetAll();
    }

    private static String address(String address) {
        return "address " + address;
    }

    private static String name(String username) {
        return "name " + username.strip().toLowerCase(Locale.ROOT);
    }
}

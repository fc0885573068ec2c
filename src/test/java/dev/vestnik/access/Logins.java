package dev.vestnik.access;

import dev.vestnik.testing.Secrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Logs in for tests: one user for each role, made when first asked for.
public final class Logins {

    public static final String PASSWORD = "correct horse battery";

    private static final Map<String, String> PASSWORD_HASH = new ConcurrentHashMap<>();

    private Logins() {}

    public static RequestSpecification admin() {
        return as("an-admin", Role.ADMIN);
    }

    public static RequestSpecification editor() {
        return as("an-editor", Role.EDITOR);
    }

    public static RequestSpecification author() {
        return as("an-author", Role.AUTHOR);
    }

    public static RequestSpecification anotherAuthor() {
        return as("another-author", Role.AUTHOR);
    }

    public static RequestSpecification privacyOfficer() {
        return as("an-officer", Role.PRIVACY);
    }

    /// A request by a user of this name with these roles.
    public static RequestSpecification as(String username, Role... roles) {
        return RestAssured.given().header("Authorization", "Bearer " + token(username, roles));
    }

    /// A request by a user whose password is that of the development mode's administrator.
    public static RequestSpecification asInDevelopment(String username, Role... roles) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token(username, "admin", roles));
    }

    public static RequestSpecification adminAsInDevelopment() {
        return asInDevelopment("an-admin-in-development", Role.ADMIN);
    }

    public static String token(String username, Role... roles) {
        return token(username, PASSWORD, roles);
    }

    private static String token(String username, String password, Role... roles) {
        User user =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                User.byUsername(username)
                                        .orElseGet(() -> {
                                            User made =
                                                    User.named(
                                                            username,
                                                            hash(password),
                                                            Set.of(roles),
                                                            Instant.now());
                                            made.persist();
                                            return made;
                                        }));
        String token = CDI.current().select(Tokens.class).get().issue(user);
        Secrets.keep(token);
        Secrets.keep(password);
        Secrets.keep(user.passwordHash);
        return token;
    }

    /// Removes all users but the first administrator, and forgets failed logins.
    public static void reset() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    User.delete("usernameKey <> 'admin'");
                    User.update("disabled = false");
                });
        CDI.current().select(LoginLimit.class).get().forget();
    }

    private static String hash(String password) {
        return PASSWORD_HASH.computeIfAbsent(
                password, missing -> CDI.current().select(Passwords.class).get().hash(missing));
    }
}

package dev.vestnik.access;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/// Makes the user and the API key that the examples of the OpenAPI document name.
@Singleton
public class AccessArchive {

    private static final String NAME = "author-one";

    private final UserEditing editing;

    private final InstantSource time;

    AccessArchive(UserEditing editing, InstantSource time) {
        this.editing = editing;
        this.time = time;
    }

    /// Stores them in the present transaction. Nobody knows the password or the key: an
    /// administrator may set the one, and make another of the other.
    public void storeDemonstration() {
        if (User.byUsername(NAME).isPresent()) {
            return;
        }
        editing.create(
                UUID.fromString(AccessExamples.USER_ID),
                new NewUser(NAME, UUID.randomUUID().toString(), Set.of(Role.AUTHOR)));
        ApiKey key =
                ApiKey.named(
                        "Demonstration",
                        KeyText.hash(KeyText.random()),
                        Set.of(Role.AUTHOR),
                        null,
                        time.instant());
        key.id = UUID.fromString(AccessExamples.KEY_ID);
        key.persist();
    }
}

package dev.vestnik.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

    /// Of the reference implementation's own tests.
    private static final String OF_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void knows_what_the_reference_implementation_made() {
        Argon2id hash = Argon2id.parse(OF_THE_REFERENCE);
        assertTrue(hash.isOf("password"));
        assertFalse(hash.isOf("differentpassword"));
    }

    @Test
    void is_written_as_it_was_read() {
        assertEquals(OF_THE_REFERENCE, Argon2id.parse(OF_THE_REFERENCE).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$AAAA"})
    void nothing_else_is_a_hash(String text) {
        assertThrows(IllegalArgumentException.class, () -> Argon2id.parse(text));
    }
}

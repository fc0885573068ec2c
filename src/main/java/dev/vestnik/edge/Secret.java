package dev.vestnik.edge;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one secret of the installation, of which every signing key is derived.
///
/// It is `vestnik.secret` where that is set (several nodes must share it), else made at the first
/// start and kept in the data directory, readable by its owner alone.
@Singleton
public class Secret {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    Secret(
            @ConfigProperty(name = "vestnik.secret") Optional<String> given,
            @ConfigProperty(name = "vestnik.data-dir") Path dataDirectory)
            throws IOException {
        if (given.isPresent() && given.get().length() < BYTES) {
            throw new IllegalStateException(
                    "vestnik.secret must have at least " + BYTES + " characters");
        }
        this.secret =
                given.isPresent()
                        ? given.get().getBytes(StandardCharsets.UTF_8)
                        : kept(dataDirectory.resolve("keys").resolve("secret"));
    }

    /// A 256-bit key for one purpose; the same purpose always gets the same key.
    public byte[] keyFor(String purpose) {
        return hmac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    private static byte[] kept(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path prepared =
                Files.createTempFile(
                        file.getParent(),
                        "secret",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(prepared, HexFormat.of().formatHex(fresh), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, prepared);
        } catch (FileAlreadyExistsException e) {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } finally {
            Files.delete(prepared);
        }
        return fresh;
    }
}

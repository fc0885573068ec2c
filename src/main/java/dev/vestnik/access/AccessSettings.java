package dev.vestnik.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Who gets in.
@ConfigMapping(prefix = "vestnik.access")
interface AccessSettings {

    /// Failed logins a minute for one name; one address has three times as many.
    @WithDefault("10")
    int loginsPerMinute();

    Oidc oidc();

    /// An external login service (OpenID Connect) whose tokens are taken.
    interface Oidc {

        /// Its name, as `iss` in its tokens has it. Without it no external tokens are taken.
        Optional<String> issuer();

        /// Where its public keys stand; `https`, or `http` on this machine.
        Optional<URI> jwksUrl();

        /// What `aud` in its tokens must name.
        Optional<String> audience();

        /// The claim that lists roles; a name, or a path such as `realm_access.roles`. Values that
        /// are no roles here are passed over.
        @WithDefault("groups")
        String rolesClaim();

        /// The claim that names the user.
        @WithDefault("preferred_username")
        String usernameClaim();
    }
}

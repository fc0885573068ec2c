package dev.vestnik.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Leaves out the migrations that are the other database's. Quarkus looks for migrations when it
/// builds, in all folders; which database it will be is known only at the start.
@Singleton
class VendorMigrations implements FlywayConfigurationCustomizer {

    private final String others;

    VendorMigrations(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.others = "db/vendor/" + (EitherDriver.isEmbedded(url) ? "postgresql" : "h2") + '/';
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.resourceProvider(new OwnAlone(configuration.getResourceProvider(), others));
    }

    private record OwnAlone(ResourceProvider all, String others) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return all.getResource(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
            return all.getResources(prefix, suffixes).stream()
                    .filter(resource -> !resource.getAbsolutePath().contains(others))
                    .toList();
        }
    }
}

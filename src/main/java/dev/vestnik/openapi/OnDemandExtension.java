package dev.vestnik.openapi;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/// Puts `OnDemandDocument` before Quarkus's own keeper of the document, while the program is
/// packaged. Where it runs from its classes (tests, development) Quarkus's classes do not see ours,
/// and a start has time.
public class OnDemandExtension implements BuildCompatibleExtension {

    @Enhancement(types = OpenApiDocumentService.class)
    public void enhance(ClassConfig keeper) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            keeper.addAnnotation(OnDemand.class);
        }
    }
}

package dev.vestnik.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/// Puts `OnDemandDocument` before Quarkus's own keeper of the document, while the program is built.
public class OnDemandExtension implements BuildCompatibleExtension {

    @Enhancement(types = OpenApiDocumentService.class)
    public void enhance(ClassConfig keeper) {
        keeper.addAnnotation(OnDemand.class);
    }
}

package dev.vestnik.news;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/// Gives an item in the format that was agreed on with the client, before it is rendered.
@Provider
@Priority(Priorities.USER + 100)
class NewsFormats implements ContainerResponseFilter {

    private final Instance<NewsFormat> formats;

    NewsFormats(Instance<NewsFormat> formats) {
        this.formats = formats;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type == null || !(response.getEntity() instanceof NewsView item)) {
            return;
        }
        String wanted = type.getType() + "/" + type.getSubtype();
        for (NewsFormat format : formats) {
            if (format.mediaType().equals(wanted)) {
                response.setEntity(format.write(item), new Annotation[0], type);
                return;
            }
        }
    }
}

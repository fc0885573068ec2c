package dev.vestnik.news;

/// Another format in which one item can be read, as `Accept` asks for it. What stands above the
/// news writes it.
public interface NewsFormat {

    /// JSON-LD of schema.org.
    String LD_JSON = "application/ld+json";

    /// IPTC's News in JSON.
    String NINJS = "application/vnd.iptc.ninjs+json";

    /// Which of these it is.
    String mediaType();

    /// What goes over the wire as JSON.
    Object write(NewsView item);
}

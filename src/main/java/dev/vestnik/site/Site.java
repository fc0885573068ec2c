package dev.vestnik.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/// The newsroom as its readers know it.
@ConfigMapping(prefix = "vestnik.site")
public interface Site {

    /// What the newsroom is called, in feeds and structured data.
    @WithDefault("Vestnik")
    String name();

    /// Where the API is reached from outside, without a slash at the end.
    @WithDefault("http://localhost:8080")
    URI url();

    /// The languages, as BCP 47 tags; the first is the default.
    @WithDefault("ru,kk,en")
    List<String> locales();

    /// The zone in which dates are shown, and in which a day of a filter begins.
    @WithDefault("Asia/Almaty")
    ZoneId timeZone();

    /// Where the public page of an item stands; `{locale}`, `{slug}` and `{id}` are filled in.
    @WithDefault("http://localhost:8080/{locale}/news/{slug}")
    String linkTemplate();

    default String defaultLocale() {
        return locales().get(0);
    }
}

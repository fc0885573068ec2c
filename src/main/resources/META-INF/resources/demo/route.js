/**
 * What the address stands for:
 *   #/ru                          the latest
 *   #/ru/tag/saygak               the latest of a tag
 *   #/ru/news/slug[/heading-id]   an item
 *   #/ru/search/words             what was found
 */

export const LOCALES = ["ru", "kk", "en"];

export function route() {
    const parts = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
    const known = LOCALES.includes(parts[0]);
    const [view = "", value = "", anchor = ""] = known ? parts.slice(1) : [];
    const locale = known ? parts[0] : preferred();
    if (view === "news" && value) {
        return {view, locale, slug: value, anchor};
    }
    if (view === "tag" && value) {
        return {view: "list", locale, tag: value};
    }
    if (view === "search" && value) {
        return {view, locale, q: value};
    }
    return {view: "list", locale, tag: null};
}

export function toList(locale) {
    return `#/${locale}`;
}

export function toTag(locale, slug) {
    return `#/${locale}/tag/${encodeURIComponent(slug)}`;
}

export function toItem(locale, slug, anchor = null) {
    return `#/${locale}/news/${encodeURIComponent(slug)}${anchor ? `/${encodeURIComponent(anchor)}` : ""}`;
}

export function toSearch(locale, q) {
    return `#/${locale}/search/${encodeURIComponent(q)}`;
}

/** The first of the reader's languages that there is. */
function preferred() {
    const wanted = navigator.languages.map(tag => tag.split("-")[0]);
    return wanted.find(locale => LOCALES.includes(locale)) ?? LOCALES[0];
}

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** Pieces that several views show. */
import {el, webAddress} from "./dom.js";
import {nodes} from "./inert.js";
import {toItem, toTag} from "./route.js";
import {texts} from "./texts.js";

/** Date, reading time and, where there is one, that it is pinned. */
export function dateline(item, locale) {
    const said = texts(locale);
    return el("p", {class: "dateline"},
        isPinned(item) ? el("span", {class: "pin"}, said.pinned) : null,
        el("time", {datetime: item.publishedAt}, item.displayDate),
        item.readingMinutes ? el("span", {}, said.minutes(item.readingMinutes)) : null);
}

function isPinned(item) {
    return item.featuredUntil && Date.parse(item.featuredUntil) > Date.now();
}

export function tagList(tags, locale) {
    if (!tags?.length) {
        return null;
    }
    return el("ul", {class: "tags", "aria-label": texts(locale).tags},
        tags.map(tag => el("li", {},
            el("a", {href: toTag(locale, tag.slug), lang: tag.locale === locale ? null : tag.locale}, tag.name))));
}

/** An item as lists show it; `marked` are a search's highlights. */
export function card(item, marked = null) {
    const title = el("a", {href: toItem(item.locale, item.slug)},
        marked?.title ? nodes(marked.title, ["mark"]) : item.title);
    return el("article", {class: "card", lang: item.locale},
        picture(item.cover, "card-picture"),
        el("div", {class: "card-text"},
            dateline(item, item.locale),
            el("h2", {}, title),
            lead(item, marked),
            marked?.body?.length
                ? el("ul", {class: "snippets"}, marked.body.map(text => el("li", {}, nodes(text, ["mark"]))))
                : null,
            tagList(item.tags, item.locale)));
}

function lead(item, marked) {
    if (!item.summary) {
        return null;
    }
    return el("p", {class: "card-lead"}, marked?.summary ? nodes(marked.summary, ["mark"]) : item.summary);
}

/** A picture with its place kept free, so that nothing jumps. */
export function picture(cover, style) {
    const source = cover ? webAddress(cover.url) : null;
    if (!source) {
        return null;
    }
    const image = el("img", {
        class: style, src: source, alt: cover.alt ?? "", width: cover.width, height: cover.height,
        loading: "lazy", decoding: "async",
    });
    image.addEventListener("error", () => image.remove());
    return image;
}

/** Something to read in place of content. */
export function notice(title, detail, ...actions) {
    return el("section", {class: "state"}, el("h1", {}, title), detail ? el("p", {}, detail) : null, ...actions);
}

/** Plain text of several paragraphs. */
export function paragraphs(text) {
    return text.split(/\n{2,}/).map(part => el("p", {}, part));
}

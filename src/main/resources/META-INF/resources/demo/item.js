/** One item. */
import {read} from "./api.js";
import {body, contents} from "./blocks.js";
import {el, webAddress} from "./dom.js";
import {dateline, notice, picture, tagList} from "./parts.js";
import {toItem, toList} from "./route.js";
import {day, texts} from "./texts.js";

/** What the view shows, its title and, for the language switch and live news, the item itself. */
export async function itemView({locale, slug, anchor}, how) {
    const said = texts(locale);
    let item;
    try {
        item = await read(`/news/${encodeURIComponent(slug)}`, {locale, include: "translations,related"}, how);
    } catch (problem) {
        if (problem.status === 410 || problem.status === 404) {
            return away(problem.status === 410, said, locale);
        }
        throw problem;
    }
    if (item.slug !== slug && item.id !== slug) {
        // The API led on from an old slug: so does the address.
        history.replaceState(null, "", toItem(item.locale, item.slug, anchor));
    }
    return {title: item.title, content: article(item), item};
}

function away(gone, said, locale) {
    const title = gone ? said.gone : said.missing;
    return {
        title,
        content: notice(title, gone ? said.goneMore : said.missingMore,
            el("p", {}, el("a", {class: "button", href: toList(locale)}, said.toList))),
    };
}

function article(item) {
    return el("article", {class: "item", lang: item.locale},
        el("header", {},
            dateline(item, item.locale),
            el("h1", {}, item.title),
            item.summary ? el("p", {class: "lead"}, item.summary) : null,
            byline(item)),
        cover(item.cover),
        contents(item),
        body(item),
        corrections(item),
        tagList(item.tags, item.locale),
        neighbours(item),
        related(item));
}

function byline(item) {
    const said = texts(item.locale);
    const address = item.source?.url ? webAddress(item.source.url) : null;
    const source = item.source?.name
        ? el("span", {}, `${said.source}: `, address ? el("a", {href: address, rel: "noopener noreferrer"}, item.source.name) : item.source.name)
        : null;
    return item.author || source
        ? el("p", {class: "byline"}, item.author ? el("span", {}, item.author) : null, source)
        : null;
}

function cover(shown) {
    const image = picture(shown, "wide");
    if (!image) {
        return null;
    }
    image.loading = "eager";
    const caption = [shown.caption, shown.credit].filter(Boolean).join(" · ");
    return el("figure", {class: "cover"}, image, caption ? el("figcaption", {}, caption) : null);
}

function corrections(item) {
    return item.corrections?.length
        ? el("aside", {class: "corrections"},
            el("h2", {}, texts(item.locale).corrections),
            item.corrections.map(made => el("p", {}, el("time", {datetime: made.at}, day(item.locale, made.at)), " — ", made.text)))
        : null;
}

function neighbours(item) {
    const said = texts(item.locale);
    const link = (neighbour, label, relation) => neighbour
        ? el("a", {class: relation, href: toItem(item.locale, neighbour.slug), rel: relation},
            el("span", {class: "label"}, label), el("span", {}, neighbour.title))
        : null;
    return item.previous || item.next
        ? el("nav", {class: "neighbours", "aria-label": said.neighbours},
            link(item.previous, said.previous, "prev"), link(item.next, said.next, "next"))
        : null;
}

function related(item) {
    return item.related?.length
        ? el("section", {class: "related", "aria-labelledby": "related-title"},
            el("h2", {id: "related-title"}, texts(item.locale).related),
            el("ul", {}, item.related.map(other => el("li", {}, el("a", {href: toItem(item.locale, other.slug)}, other.title)))))
        : null;
}

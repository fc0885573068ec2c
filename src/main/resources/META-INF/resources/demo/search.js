/** What a search found. */
import {read} from "./api.js";
import {el} from "./dom.js";
import {pages} from "./list.js";
import {card} from "./parts.js";
import {toSearch} from "./route.js";
import {texts} from "./texts.js";

export async function searchView({locale, q}, how) {
    const said = texts(locale);
    const wanted = {q, locale, limit: 10, highlight: "true"};
    const found = await read("/search", wanted, how);
    return {
        title: said.results(q),
        content: el("div", {class: "list"},
            el("h1", {}, said.results(q)),
            el("p", {class: "count", role: "status"}, found.items.length ? said.found(found.page.total) : said.nothingFound),
            instead(said.interpretedAs, found.interpretedAs, locale),
            instead(said.didYouMean, found.didYouMean === found.interpretedAs ? null : found.didYouMean, locale),
            pages(found, hit => card(hit, hit.highlights), cursor => read("/search", {...wanted, cursor}), said)),
    };
}

function instead(label, other, locale) {
    return other
        ? el("p", {class: "instead"}, `${label} `, el("a", {href: toSearch(locale, other)}, other))
        : null;
}

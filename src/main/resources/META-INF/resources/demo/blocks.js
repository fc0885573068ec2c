/** Shows an item's body, block by block. */
import {el, webAddress} from "./dom.js";
import {nodes} from "./inert.js";
import {picture} from "./parts.js";
import {toItem} from "./route.js";
import {texts} from "./texts.js";

const SHOWN = {
    heading: block => el(`h${block.level}`, {id: block.id}, block.text),
    paragraph: block => block.html.startsWith("<pre") ? el("div", {class: "pre"}, nodes(block.html)) : el("p", {}, nodes(block.html)),
    list: block => el(block.ordered ? "ol" : "ul", {}, block.items.map(item => el("li", {}, nodes(item)))),
    quote: block => el("blockquote", {cite: block.cite ? webAddress(block.cite) : null}, nodes(block.html)),
    image: block => el("figure", {}, picture(block, "wide"), block.caption ? el("figcaption", {}, block.caption) : null),
    embed: (block, locale) => video(block, locale),
    table: block => table(block),
};

export function body(item) {
    return el("div", {class: "body"},
        (item.blocks ?? []).map(block => SHOWN[block.type]?.(block, item.locale)));
}

/** A link, not a frame: other sites learn of the reader only when the reader goes there. */
function video(block, locale) {
    const href = webAddress(block.url);
    return href
        ? el("p", {class: "embed"}, el("a", {href, rel: "noopener noreferrer"}, texts(locale).video(block.provider)))
        : null;
}

function table(block) {
    const head = block.header?.length
        ? el("thead", {}, el("tr", {}, block.header.map(text => el("th", {scope: "col"}, text))))
        : null;
    const rows = block.rows.map(row => el("tr", {}, row.map(cell => el("td", {}, nodes(cell)))));
    // Wide tables scroll in a box of their own, which a keyboard can reach.
    return el("div", {class: "table", tabindex: "0", role: "region", "aria-label": block.caption ?? block.header?.join(", ") ?? "table"},
        el("table", {}, block.caption ? el("caption", {}, block.caption) : null, head, el("tbody", {}, rows)));
}

export function contents(item) {
    if ((item.toc ?? []).length < 2) {
        return null;
    }
    return el("nav", {class: "contents", "aria-labelledby": "contents-title"},
        el("h2", {id: "contents-title"}, texts(item.locale).contents),
        el("ol", {}, item.toc.map(entry => el("li", {class: `level-${entry.level}`},
            el("a", {href: toItem(item.locale, item.slug, entry.id)}, entry.text)))));
}

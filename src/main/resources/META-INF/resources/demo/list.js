/** The latest items, of everything or of a tag. */
import {read} from "./api.js";
import {el, focusOn} from "./dom.js";
import {card, notice} from "./parts.js";
import {texts} from "./texts.js";

const FIELDS = "id,locale,slug,title,summary,tags,cover,publishedAt,displayDate,readingMinutes,featuredUntil";

export async function listView({locale, tag}, how) {
    const said = texts(locale);
    const [page, named] = await Promise.all([
        read("/news", {locale, tag, limit: 10, fields: FIELDS}, how),
        tag ? read(`/tags/${encodeURIComponent(tag)}`, {}, how) : null,
    ]);
    const name = named ? named.names[locale] ?? Object.values(named.names)[0] : null;
    const title = named ? `${said.ofTag}: ${name}` : said.latest;
    const about = named?.description?.[locale];
    if (!page.items.length) {
        return {title, content: notice(title, said.empty)};
    }
    return {
        title,
        content: el("div", {class: "list"},
            el("h1", {}, title),
            about ? el("p", {class: "lead"}, about) : null,
            pages(page, item => card(item), cursor => read("/news", {locale, tag, limit: 10, fields: FIELDS, cursor}), said)),
    };
}

/** A page of cards, and a button that adds the next one and goes to its first card. */
export function pages(first, show, fetchNext, said) {
    const cards = el("div", {class: "cards"}, first.items.map(show));
    const box = el("div", {}, cards);
    let next = first.page.next;
    if (!next) {
        return box;
    }
    const button = el("button", {type: "button", class: "button more"}, said.more);
    const trouble = el("p", {role: "alert", class: "trouble", hidden: true});
    button.addEventListener("click", async () => {
        button.disabled = true;
        trouble.hidden = true;
        try {
            const page = await fetchNext(next);
            const added = page.items.map(show);
            cards.append(...added);
            next = page.page.next;
            added[0] && focusOn(added[0].querySelector("h2 a"));
            if (!next) {
                button.remove();
            }
        } catch (problem) {
            trouble.textContent = problem.status ? problem.message : said.offline;
            trouble.hidden = false;
        }
        button.disabled = false;
    });
    box.append(button, trouble);
    return box;
}

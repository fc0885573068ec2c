/** Tells of news as it is published. Where there is no stream of events, the page does without. */
import {el} from "./dom.js";
import {texts} from "./texts.js";

/** `present()` gives the locale, the item on show (or null), and what shows the page anew. */
export function liveNews(place, present) {
    if (!("EventSource" in window)) {
        return {clear() {}};
    }
    const arrived = new Set();
    let source = null;

    function clear() {
        arrived.clear();
        place.replaceChildren();
    }

    function offer(message, label, act) {
        place.replaceChildren(el("p", {}, message, " ", el("button", {type: "button", class: "button", onclick: () => {
            clear();
            act();
        }}, label)));
    }

    function heard(event) {
        let change;
        try {
            change = JSON.parse(event.data);
        } catch {
            return;
        }
        const {locale, item, reload, toList} = present();
        const said = texts(locale);
        if (item && change.id === item.id) {
            if (event.type !== "news.published") {
                offer(event.type === "news.unpublished" ? said.itemGone : said.itemUpdated, said.reload, reload);
            }
        } else if (event.type === "news.published" && change.locale === locale) {
            arrived.add(change.id);
            offer(said.newItems(arrived.size), said.show, item ? toList : reload);
        } else if (event.type === "news.unpublished" && arrived.delete(change.id) && arrived.size === 0) {
            clear();
        }
    }

    function open() {
        if (source) {
            return;
        }
        source = new EventSource("/api/v1/events?types=news.*");
        for (const type of ["news.published", "news.updated", "news.unpublished"]) {
            source.addEventListener(type, heard);
        }
    }

    // A page that lies in the browser's memory does not hold a connection.
    addEventListener("pagehide", () => {
        source?.close();
        source = null;
    });
    addEventListener("pageshow", open);
    open();
    return {clear};
}

/** The page: reads the address, shows a view, and keeps what stands around it in the reader's language. */
import {consentBanner} from "./banner.js";
import {searchBox} from "./combobox.js";
import {Consent} from "./consent.js";
import {byId, el, focusOn} from "./dom.js";
import {itemView} from "./item.js";
import {listView} from "./list.js";
import {liveNews} from "./live.js";
import {notice} from "./parts.js";
import {LOCALES, route, toItem, toList, toSearch} from "./route.js";
import {searchView} from "./search.js";
import {texts} from "./texts.js";

const VIEWS = {list: listView, news: itemView, search: searchView};
const SLOW_MS = 250;

const content = byId("content");
let shown = {route: null, item: null};
let asked = new AbortController();

const opener = el("button", {type: "button", class: "link", id: "consent-open", hidden: true});
const box = searchBox(byId("search"), () => route().locale);
const banner = consentBanner(byId("banner"), opener, new Consent(document.documentElement.dataset.notice));
const live = liveNews(byId("live"), () => ({
    locale: route().locale,
    item: shown.item,
    reload: () => show(true),
    toList: () => { location.hash = toList(route().locale); },
}));

byId("skip").addEventListener("click", event => {
    event.preventDefault(); // The address tells which view is shown.
    focusOn(content);
});
addEventListener("hashchange", () => show(false));
show(false);

async function show(again) {
    const wanted = route();
    const before = shown.route;
    if (!again && before && shown.item && wanted.view === "news" && wanted.locale === before.locale
            && [before.slug, shown.item.slug].includes(wanted.slug)) {
        shown.route = wanted;
        goTo(wanted.anchor);
        return;
    }
    asked.abort();
    asked = new AbortController();
    const {signal} = asked;
    if (wanted.locale !== before?.locale) {
        surround(wanted.locale);
        banner.present(wanted.locale);
    }
    shown = {route: wanted, item: null};
    live.clear();
    box.present(wanted.locale, wanted.q);
    const patience = setTimeout(() => {
        content.setAttribute("aria-busy", "true");
        content.replaceChildren(el("p", {class: "loading", role: "status"}, texts(wanted.locale).loading));
    }, before ? SLOW_MS : 0);
    let view;
    try {
        view = await VIEWS[wanted.view](wanted, {signal, fresh: again});
    } catch (problem) {
        view = failure(problem, wanted.locale);
    }
    clearTimeout(patience);
    if (signal.aborted) {
        return;
    }
    shown.item = view.item ?? null;
    document.title = `${view.title} — Vestnik`;
    content.replaceChildren(view.content);
    content.removeAttribute("aria-busy");
    languages(wanted);
    if (before) {
        // Back and forward too: what is new is read from its heading on.
        focusOn(content.querySelector("h1"));
    }
    if (wanted.anchor) {
        goTo(wanted.anchor);
    } else if (before) {
        scrollTo(0, 0);
    }
}

function goTo(anchor) {
    const heading = anchor ? byId(anchor) : null;
    if (heading && content.contains(heading)) {
        heading.scrollIntoView();
        focusOn(heading);
    }
}

function failure(problem, locale) {
    const said = texts(locale);
    return {
        title: said.failed,
        content: notice(said.failed, problem.status ? problem.message : said.offline,
            el("p", {}, el("button", {type: "button", class: "button", onclick: () => show(true)}, said.again))),
    };
}

/** Header and footer. */
function surround(locale) {
    const said = texts(locale);
    document.documentElement.lang = locale;
    byId("skip").textContent = said.skip;
    byId("brand").href = toList(locale);
    byId("brand").setAttribute("aria-label", `Vestnik: ${said.home}`);
    const feed = (name, file) => el("a", {href: `/feeds/${locale}/${file}`}, name);
    byId("bottom").replaceChildren(
        el("p", {}, said.feeds, " ", feed("RSS", "rss.xml"), " ", feed("Atom", "atom.xml"), " ", feed("JSON Feed", "feed.json")),
        el("p", {}, opener),
        el("p", {}, el("a", {href: "/"}, said.forDevelopers)));
}

/** Of an item to its translations where there are any, of a search to the same words. */
function languages({view, locale, q}) {
    const translations = new Map((shown.item?.translations ?? []).map(other => [other.locale, other.slug]));
    const target = other => {
        if (translations.has(other)) {
            return toItem(other, translations.get(other));
        }
        return view === "search" ? toSearch(other, q) : toList(other);
    };
    byId("languages").setAttribute("aria-label", texts(locale).languages);
    byId("languages").replaceChildren(...LOCALES.map(other => other === locale
        ? el("span", {"aria-current": "true", lang: other}, texts(other).language)
        : el("a", {href: target(other), lang: other, hreflang: other}, texts(other).language)));
}

/** Asks for consent: a banner with three equal buttons, and settings that can be opened again at any time. */
import {el, focusOn} from "./dom.js";
import {paragraphs} from "./parts.js";
import {named, settings} from "./settings.js";
import {texts} from "./texts.js";

/** Fills the banner's place; `opener` is the footer's button. */
export function consentBanner(place, opener, consent) {
    let locale = "ru";

    function hide() {
        place.hidden = true;
        place.replaceChildren();
        room();
    }

    /** Whatever has focus can be scrolled out from under the banner. */
    function room() {
        const height = place.hidden ? 0 : place.offsetHeight;
        document.documentElement.style.setProperty("--banner-height", `${height}px`);
    }
    new ResizeObserver(room).observe(place);

    async function choose(method, granted) {
        const buttons = place.querySelectorAll("button");
        buttons.forEach(button => { button.disabled = true; });
        try {
            await consent.answer(method, granted);
            hide();
            focusOn(document.getElementById("content"));
            tell(texts(locale).saved);
        } catch (problem) {
            buttons.forEach(button => { button.disabled = false; });
            place.querySelector(".trouble").textContent = problem.status ? problem.message : texts(locale).offline;
        }
    }

    function ask() {
        const said = texts(locale);
        const labels = named(consent, locale);
        const button = (label, act) => el("button", {type: "button", class: "choice", onclick: act}, label);
        place.lang = consent.notice.locale;
        place.replaceChildren(el("div", {class: "banner-inner"},
            el("h2", {id: "banner-title"}, consent.notice.title),
            el("div", {class: "banner-text", tabindex: "0", role: "group", "aria-labelledby": "banner-title"},
                paragraphs(consent.notice.body),
                navigator.globalPrivacyControl ? el("p", {class: "gpc"}, said.gpc) : null),
            el("div", {class: "choices"},
                button(labels.acceptAll, () => choose("ACCEPT_ALL", consent.choices())),
                button(labels.rejectAll, () => choose("REJECT_ALL", [])),
                button(labels.settings, open)),
            el("p", {class: "trouble", role: "alert"})));
        place.hidden = false;
        room();
        // Only what was really shown counts; if it can't be told now, it is with the answer.
        consent.shown().catch(() => {});
    }

    function open() {
        settings(consent, locale, changed => {
            if (changed) {
                hide();
                tell(changed);
            }
        });
    }

    opener.addEventListener("click", open);

    return {
        /** In a language, at the start and when it changes. */
        async present(wanted) {
            locale = wanted;
            opener.textContent = texts(locale).consentOpen;
            try {
                await consent.load(locale);
            } catch {
                return; // Nobody to ask: nothing is taken for granted, and nothing but what is needed is kept.
            }
            opener.hidden = consent.notice === null;
            if (consent.asks()) {
                ask();
            } else {
                hide();
            }
        },
    };
}

/** To the person, quietly. */
function tell(message) {
    const line = el("p", {class: "told", role: "status"});
    document.body.append(line);
    // Added first and filled then, or screen readers say nothing.
    requestAnimationFrame(() => { line.textContent = message; });
    setTimeout(() => line.remove(), 6000);
}

/** The search box: a combobox with a list of suggestions, as WAI-ARIA's authoring practices have it. */
import {read} from "./api.js";
import {el} from "./dom.js";
import {toItem, toSearch, toTag} from "./route.js";
import {texts} from "./texts.js";

const PAUSE_MS = 120;

/** Fills `form`; `language` tells the present locale. What it gives back puts a query into the box. */
export function searchBox(form, language) {
    const input = el("input", {
        id: "q", type: "search", name: "q", maxlength: "200", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions", enterkeyhint: "search",
    });
    const label = el("label", {class: "unseen", for: "q"});
    const list = el("ul", {id: "suggestions", role: "listbox", hidden: true});
    const told = el("div", {class: "unseen", role: "status"});
    const button = el("button", {type: "submit"});
    form.append(label, input, button, list, told);

    let options = [];
    let active = -1;
    let timer = 0;
    let asked = new AbortController();

    function close() {
        clearTimeout(timer);
        asked.abort();
        list.hidden = true;
        activate(-1);
        input.setAttribute("aria-expanded", "false");
        told.textContent = "";
    }

    function activate(index) {
        options[active]?.element.setAttribute("aria-selected", "false");
        active = index;
        const option = options[active];
        if (option) {
            option.element.setAttribute("aria-selected", "true");
            option.element.scrollIntoView({block: "nearest"});
            input.setAttribute("aria-activedescendant", option.element.id);
        } else {
            input.removeAttribute("aria-activedescendant");
        }
    }

    function go(address) {
        close();
        location.hash = address;
    }

    async function suggest() {
        asked.abort();
        asked = new AbortController();
        const q = input.value.trim();
        const locale = language();
        if (q.length < 2) {
            close();
            return;
        }
        let found;
        try {
            found = await read("/search/suggest", {q, locale}, {signal: asked.signal});
        } catch {
            return; // Suggestions are a convenience: the search itself tells what is wrong.
        }
        show(found.items, locale);
    }

    function show(items, locale) {
        activate(-1);
        options = items.map((item, index) => {
            const address = item.kind === "TAG" ? toTag(locale, item.slug) : toItem(item.locale, item.slug);
            const element = el("li", {id: `suggestion-${index}`, role: "option", "aria-selected": "false", lang: item.locale},
                el("span", {}, item.text),
                item.kind === "TAG" ? el("span", {class: "kind", lang: locale}, texts(locale).aTag) : null);
            // Before the box loses focus, which closes the list.
            element.addEventListener("pointerdown", event => event.preventDefault());
            element.addEventListener("click", () => go(address));
            return {element, address};
        });
        list.replaceChildren(...options.map(option => option.element));
        list.hidden = options.length === 0;
        input.setAttribute("aria-expanded", String(options.length > 0));
        told.textContent = options.length ? texts(locale).suggested(options.length) : "";
    }

    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(suggest, PAUSE_MS);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", event => {
        if (event.isComposing) {
            return;
        }
        const open = !list.hidden;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open) {
                suggest();
                return;
            }
            const places = options.length + 1; // one of them is the box itself
            const step = event.key === "ArrowDown" ? 1 : -1;
            activate(((active + 1 + step + places) % places) - 1);
        } else if (event.key === "Escape" && (open || input.value)) {
            event.preventDefault();
            if (open) {
                close();
            } else {
                input.value = "";
            }
        } else if (event.key === "Enter" && open && active >= 0) {
            event.preventDefault();
            go(options[active].address);
        }
    });
    form.addEventListener("submit", event => {
        event.preventDefault();
        const q = input.value.trim();
        if (q) {
            go(toSearch(language(), q));
        }
    });

    return {
        /** The box's own words, and what is in it. */
        present(locale, q) {
            const said = texts(locale);
            label.textContent = said.searchLabel;
            input.placeholder = said.searchLabel;
            button.textContent = said.search;
            list.setAttribute("aria-label", said.suggestions);
            if (document.activeElement !== input || q) {
                input.value = q ?? "";
            }
            close();
        },
    };
}

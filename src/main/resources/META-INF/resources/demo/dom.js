/** Builds elements. Text is always text: the only way from markup to elements is inert.js. */

/**
 * el("a", {href, class, onclick, "aria-label"}, "text", another element)
 * Null children and attributes that are null or false are left out.
 */
export function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (typeof value === "function") {
            element.addEventListener(key.slice(2), value);
        } else {
            element.setAttribute(key, value === true ? "" : value);
        }
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined));
    return element;
}

export function byId(id) {
    return document.getElementById(id);
}

/** Moves focus to a heading or region that a keyboard does not stop at by itself. */
export function focusOn(element) {
    if (!element.hasAttribute("tabindex")) {
        element.setAttribute("tabindex", "-1");
    }
    element.focus({preventScroll: true});
}

/** Only addresses that lead somewhere; null for javascript: and the like. */
export function webAddress(text) {
    try {
        const url = new URL(text, location.origin);
        return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
    } catch {
        return null;
    }
}

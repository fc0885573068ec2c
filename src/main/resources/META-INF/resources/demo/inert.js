/**
 * Makes elements of the API's clean HTML. It is parsed in a document in which nothing loads or runs, and
 * only what this list knows is built anew from there, so that the page would stay safe if the API were not.
 */
import {el, webAddress} from "./dom.js";

const PLAIN = new Set([
    "mark", "em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "code", "kbd", "q", "cite", "abbr", "br", "p",
    "ul", "ol", "li", "blockquote", "pre", "span", "del", "ins", "time", "wbr",
]);

const policy = window.trustedTypes?.createPolicy("vestnik-inert", {createHTML: html => html});

/** What `html` shows, as a list of nodes; `only` narrows the elements to those named. */
export function nodes(html, only = null) {
    const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
    return [...parsed.body.childNodes].flatMap(node => rebuilt(node, only));
}

function rebuilt(node, only) {
    if (node.nodeType === Node.TEXT_NODE) {
        return [document.createTextNode(node.data)];
    }
    if (node.nodeType !== Node.ELEMENT_NODE) {
        return [];
    }
    const name = node.localName;
    if (name === "script" || name === "style") {
        return [];
    }
    const children = [...node.childNodes].flatMap(child => rebuilt(child, only));
    if (only ? only.includes(name) : PLAIN.has(name)) {
        return [el(name, {lang: node.getAttribute("lang")}, ...children)];
    }
    const href = name === "a" && !only ? webAddress(node.getAttribute("href") ?? "") : null;
    return href ? [el("a", {href, rel: "noopener noreferrer"}, ...children)] : children;
}

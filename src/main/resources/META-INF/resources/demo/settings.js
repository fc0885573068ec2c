/** The dialogue in which a person sees, changes and withdraws an answer. Closing it answers nothing. */
import {el, webAddress} from "./dom.js";
import {paragraphs} from "./parts.js";
import {day, span, texts} from "./texts.js";

/** Opens it; `done` hears what to tell the person, or null where nothing was changed. */
export function settings(consent, locale, done) {
    const said = texts(locale);
    const labels = named(consent, locale);
    const opener = document.activeElement;
    const boxes = new Map(consent.choices().map(code => [code, el("input", {
        type: "checkbox", id: `purpose-${code}`, "aria-describedby": `purpose-${code}-more`,
    })]));
    for (const [code, box] of boxes) {
        // Nothing is ticked beforehand but what the person once granted.
        box.checked = consent.record?.effective[code] === "GRANTED";
    }
    const trouble = el("p", {class: "trouble", role: "alert"});
    const state = el("div", {class: "consent-state"}, standing(consent, locale));
    const dialogue = el("dialog", {class: "settings", lang: consent.notice.locale, "aria-labelledby": "settings-title"});
    let told = null;

    const act = work => async event => {
        const button = event.currentTarget;
        button.disabled = true;
        trouble.textContent = "";
        try {
            await work();
        } catch (problem) {
            trouble.textContent = problem.status ? problem.message : said.offline;
        }
        button.disabled = false;
    };
    const answer = (method, granted) => act(async () => {
        await consent.answer(method, granted());
        told = said.saved;
        dialogue.close();
    });
    const button = (label, work) => el("button", {type: "button", class: "choice", onclick: work}, label);

    dialogue.append(...[
        el("header", {},
            el("h2", {id: "settings-title", tabindex: "-1"}, consent.notice.title),
            el("button", {type: "button", class: "close", "aria-label": said.close, onclick: () => dialogue.close()}, "×")),
        state,
        ...paragraphs(consent.notice.body),
        navigator.globalPrivacyControl ? el("p", {class: "gpc"}, said.gpc) : null,
        el("div", {class: "purposes"}, consent.notice.purposes.map(purpose => shown(purpose, boxes.get(purpose.code), locale))),
        controller(consent.notice.controller, said),
        trouble,
        el("div", {class: "choices"},
            button(labels.acceptAll, answer("ACCEPT_ALL", () => consent.choices())),
            button(labels.rejectAll, answer("REJECT_ALL", () => [])),
            button(labels.save, answer("SAVE_CHOICES", () => [...boxes].filter(([, box]) => box.checked).map(([code]) => code)))),
        consent.record ? el("div", {class: "further"},
            consent.record.state === "GIVEN"
                ? el("button", {type: "button", class: "button withdraw", onclick: act(async () => {
                    await consent.withdraw();
                    told = said.withdrawn;
                    dialogue.close();
                })}, labels.withdraw)
                : null,
            el("button", {type: "button", class: "button", onclick: act(async () => {
                const text = JSON.stringify(await consent.receipt(), null, 2);
                const old = dialogue.querySelector(".receipt");
                const receipt = el("pre", {class: "receipt", tabindex: "0", role: "region", "aria-label": said.receiptTitle}, text);
                old ? old.replaceWith(receipt) : dialogue.append(receipt);
                receipt.focus();
            })}, said.receipt)) : null,
    ].filter(Boolean));

    dialogue.addEventListener("close", () => {
        dialogue.remove();
        done(told);
        (opener?.isConnected && opener !== document.body ? opener : document.getElementById("content")).focus();
    });
    document.body.append(dialogue);
    dialogue.showModal();
    document.getElementById("settings-title").focus();
    if (!consent.shownToken) {
        consent.shown().catch(() => {});
    }
}

/** The notice's own labels, or the page's where it has none. */
export function named(consent, locale) {
    const own = Object.fromEntries(Object.entries(consent.notice.labels).filter(([, label]) => label));
    return {...texts(locale).labels, ...own};
}

function standing(consent, locale) {
    const said = texts(locale);
    const record = consent.record;
    if (!record) {
        return el("p", {}, said.noAnswer);
    }
    return el("p", {},
        el("strong", {}, said.states[record.state] ?? record.state),
        ` · ${said.givenOn(day(locale, record.updatedAt))}`,
        ["GIVEN", "REFUSED"].includes(record.state) ? `, ${said.until(day(locale, record.expiresAt))}` : "");
}

function shown(purpose, box, locale) {
    const said = texts(locale);
    const id = `purpose-${purpose.code}`;
    const always = el("input", {type: "checkbox", id, checked: true, disabled: true, "aria-describedby": `${id}-more`});
    return el("div", {class: "purpose"},
        box ?? always,
        el("div", {},
            el("label", {for: id}, purpose.name, box ? null : el("span", {class: "kind"}, ` (${said.necessary})`)),
            el("div", {id: `${id}-more`},
                el("p", {}, purpose.description ?? ""),
                el("p", {class: "fine"}, [
                    `${said.basis}: ${said.bases[purpose.legalBasis] ?? purpose.legalBasis}`,
                    `${said.retention}: ${span(locale, purpose.retention)}`,
                ].join(" · ")),
                purpose.vendors?.length ? el("p", {class: "fine"}, `${said.receivers}: `, vendors(purpose.vendors)) : null)));
}

function vendors(list) {
    return list.flatMap((vendor, index) => {
        const href = vendor.policyUrl ? webAddress(vendor.policyUrl) : null;
        const name = href ? el("a", {href, rel: "noopener noreferrer"}, vendor.name) : vendor.name;
        return index ? [", ", name] : [name];
    });
}

function controller(who, said) {
    const parts = [who.name, who.registrationNumber, who.address, who.contact, who.email, who.phone].filter(Boolean);
    return el("p", {class: "fine"}, `${said.controller}: ${parts.join(", ")}`);
}

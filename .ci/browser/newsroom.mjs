// What the checks do as editors and privacy officers, by the API alone.
import assert from "node:assert/strict";

export const URL_OF_PROGRAM = process.env.VESTNIK_URL;
const LABELS = {
    ru: {acceptAll: "Принять все", rejectAll: "Отклонить все", save: "Сохранить выбор", settings: "Настроить", withdraw: "Отозвать согласие"},
    kk: {acceptAll: "Барлығын қабылдау", rejectAll: "Барлығынан бас тарту", save: "Таңдауды сақтау", settings: "Баптау", withdraw: "Келісімді қайтарып алу"},
    en: {acceptAll: "Accept all", rejectAll: "Reject all", save: "Save choices", settings: "Settings", withdraw: "Withdraw consent"},
};

let credential = null;

async function token() {
    if (credential === null) {
        const answer = await fetch(`${URL_OF_PROGRAM}/api/v1/auth/token`, {
            method: "POST",
            body: new URLSearchParams({username: "admin", password: process.env.VESTNIK_ADMIN_PASSWORD}),
        });
        credential = (await answer.json()).access_token;
    }
    return credential;
}

/** An editor's call that has to succeed. */
export async function call(method, path, body = undefined, headers = {}) {
    const answer = await fetch(`${URL_OF_PROGRAM}/api/v1${path}`, {
        method,
        headers: {
            Authorization: `Bearer ${await token()}`,
            ...(body === undefined ? {} : {"Content-Type": "application/json"}),
            ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
}

/** What anybody reads. */
export async function publicly(path) {
    const answer = await fetch(URL_OF_PROGRAM + path);
    assert.equal(answer.status, 200, path);
    return answer;
}

export async function draft(item) {
    return call("POST", "/news", {locale: "ru", ...item, body: {format: "markdown", content: item.body ?? "Текст."}});
}

export async function publish(item, at = undefined) {
    return call("POST", `/news/${item.id}/publish`, at ? {at} : {});
}

export async function published(item, at = undefined) {
    return publish(await draft(item), at);
}

export async function unpublish(item) {
    return call("POST", `/news/${item.id}/unpublish`, {});
}

/** A translation in the same group. */
export async function translated(item, translation) {
    const started = await call("POST", `/news/${item.id}/translations`,
        {...translation, body: {format: "markdown", content: translation.body}});
    return publish(started);
}

/** Until what was published is found; the index follows within a second. */
export async function found(q, locale) {
    for (let tries = 0; tries < 100; tries++) {
        const answer = await publicly(`/api/v1/search?${new URLSearchParams({q, locale})}`);
        if ((await answer.json()).items.length > 0) {
            return;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    assert.fail(`${q} is not found`);
}

/** A published notice that asks for two purposes beside the necessary one. */
export async function notice() {
    const purpose = (code, necessary, ru, en) => call("POST", "/consent/purposes", {
        code,
        necessary,
        names: {ru, kk: ru, en},
        descriptions: {ru: `Для чего это: ${ru.toLowerCase()}.`, kk: `${ru}.`, en: `What it is for: ${en.toLowerCase()}.`},
        legalBasis: necessary ? "LEGITIMATE_INTEREST" : "CONSENT",
        retention: "P6M",
        vendors: necessary ? [] : [{name: "Counter", policyUrl: "https://counter.example/privacy", country: "KZ"}],
    });
    await purpose("needed", true, "Работа сайта", "Running the site");
    await purpose("analytics", false, "Статистика", "Statistics");
    await purpose("marketing", false, "Реклама", "Advertisements");
    await call("POST", "/consent/notices", {key: "cookies", kind: "COOKIES"});
    const text = (title, body, locale) => ({title, body, labels: LABELS[locale]});
    const version = await call("POST", "/consent/notices/cookies/versions", {
        mode: "OPT_IN",
        change: "MINOR",
        validity: "P6M",
        controller: {name: "Редакция", registrationNumber: "000000000000", address: "Алматы", email: "privacy@vestnik.example", contact: "Редакция"},
        purposes: ["needed", "analytics", "marketing"],
        texts: {
            ru: text("Файлы cookie на этом сайте", "Мы спрашиваем, прежде чем считать посещения и показывать рекламу.\n\nОтказ ничего не меняет в том, что вы можете читать.", "ru"),
            kk: text("Осы сайттағы cookie файлдары", "Кіруді санап, жарнама көрсетпес бұрын біз сұраймыз.\n\nБас тартсаңыз да, бәрін оқи аласыз.", "kk"),
            en: text("Cookies on this site", "We ask before we count visits and show advertisements.\n\nIf you refuse, you can read everything all the same.", "en"),
        },
    });
    await call("POST", `/consent/notices/cookies/versions/${version.number}/publish`, {});
}

// The demonstration reader under /demo, in a real Chromium.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {call, draft, found, notice, published, publish, publicly, translated, unpublish} from "./newsroom.mjs";
import {barriers, launch, open, picture, quiet, quit, reader, refused, settled} from "./reader.mjs";

const TITLE = "Над озером построили башню для наблюдения за фламинго";
const HOSTILE = "<img src=x onerror=window.broken=1> & <script>window.broken=1</script>";
const items = {};

before(async () => {
    await call("POST", "/tags", {slug: "ozero", names: {ru: "Озеро", kk: "Көл", en: "Lake"}, description: {ru: "Вода и берега"}});
    for (let day = 10; day < 22; day++) {
        await published({title: `Сводка погоды за ${day} ноября`, summary: "Ветер слабый, дорога сухая."}, `2025-11-${day}T06:00:00Z`);
    }
    items.older = await published({title: "Мост через канал закрыли на ремонт", summary: "Объезд по соседней улице."}, "2025-12-01T06:00:00Z");
    items.main = await published({
        title: TITLE,
        summary: "С площадки видно весь залив. Подниматься можно с рассвета.",
        author: "Редакция",
        source: {name: "Сайт заповедника", url: "https://reserve.example/"},
        tags: ["ozero"],
        body: "Башню открыли в **субботу**, в ней 64 ступени. Птицы привыкли к [людям](https://example.org/).\n\n"
            + "## Как подняться\n\n- по пропуску;\n- с проводником.\n\n### Сколько стоит\n\n> Вход бесплатный.\n\n"
            + "## Что взять\n\n| Вещь | Зачем |\n|---|---|\n| бинокль | смотреть на птиц |\n| вода | пить |\n",
    }, "2025-12-02T06:00:00Z");
    items.newer = await published({title: "Школьный хор поёт на площади", summary: "Начало в полдень."}, "2025-12-03T06:00:00Z");
    items.kk = await translated(items.main, {locale: "kk", title: "Көл үстінен қоқиқаз бақылайтын мұнара салынды", body: "Мұнара сенбіде ашылды."});
    items.hostile = await published({title: HOSTILE, summary: HOSTILE, body: HOSTILE}, "2025-12-04T06:00:00Z");
    await found("фламинго", "ru");
    await launch();
});

after(quit);

test("where there is no notice nobody is asked", async () => {
    try {
        const visit = await reader();
        const asked = visit.page.waitForResponse("**/consent/notices/cookies/current*");
        await open(visit.page, "#/ru");
        assert.equal((await asked).status(), 404);

        assert.ok(await visit.page.locator("#banner").isHidden());
        assert.ok(await visit.page.locator("#consent-open").isHidden());
        await quiet(visit, ["/consent/notices/cookies/current"]);
        await visit.close();
    } finally {
        await notice(); // for all that follow
    }
});

test("one reads the list, an item and its neighbours", async () => {
    const visit = await reader();
    const {page} = visit;
    await refused(page);

    assert.equal(await page.title(), "Последние новости — Vestnik");
    const cards = page.locator(".card");
    assert.equal(await cards.count(), 10);
    await page.getByRole("button", {name: "Показать ещё"}).click();
    await page.waitForFunction(() => document.querySelectorAll(".card").length > 10);
    assert.ok(await page.locator(".card h2 a:focus").count());

    await page.getByRole("link", {name: TITLE}).click();
    await page.getByRole("heading", {level: 1, name: TITLE}).waitFor();
    assert.ok((await page.title()).startsWith(TITLE));
    assert.equal(await page.locator("article").getAttribute("lang"), "ru");
    assert.equal(await page.locator(".item > header time").textContent(), "2 декабря 2025");
    assert.match(await page.locator(".item > header .lead").textContent(), /весь залив/);
    assert.equal(await page.locator(".body h2").count(), 2);
    assert.equal(await page.locator(".body th").count(), 2);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "h1");
    await picture(page, "item", true);

    await page.getByRole("link", {name: "Что взять"}).click();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Что взять");

    await page.getByRole("link", {name: /Предыдущая новость/}).click();
    await page.getByRole("heading", {level: 1, name: "Мост через канал"}).waitFor();
    await page.getByRole("link", {name: /Следующая новость/}).click();
    await page.getByRole("heading", {level: 1, name: TITLE}).waitFor();
    await page.getByRole("link", {name: /Следующая новость/}).click();
    await page.getByRole("heading", {level: 1, name: "Школьный хор"}).waitFor();
    await page.goBack();
    await page.getByRole("heading", {level: 1, name: TITLE}).waitFor();
    await page.locator(".item").getByRole("link", {name: "Озеро"}).click();
    await page.getByRole("heading", {level: 1, name: "Новости по теме: Озеро"}).waitFor();
    assert.equal(await page.locator(".card").count(), 1);
    await quiet(visit);
    await visit.close();
});

test("a search is done by keyboard, with suggestions", async () => {
    const visit = await reader();
    const {page} = visit;
    await refused(page);
    const box = page.getByRole("combobox", {name: "Поиск по новостям"});

    await box.pressSequentially("башн");
    await page.getByRole("option").first().waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await picture(page, "suggestions");
    await box.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    await box.press("Escape");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await box.inputValue(), "башн");

    await box.press("ArrowDown");
    await page.getByRole("option").first().waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.getByRole("heading", {level: 1, name: TITLE}).waitFor();

    await box.fill("башен");
    await box.press("Enter");
    await page.getByRole("heading", {level: 1, name: "Поиск: башен"}).waitFor();
    assert.equal(await page.locator(".card h2 mark").first().textContent(), "башню");
    await picture(page, "search");

    await box.fill("akfvbyuj");
    await box.press("Enter");
    await page.getByRole("heading", {level: 1, name: "Поиск: akfvbyuj"}).waitFor();
    assert.match(await page.locator(".card h2").first().textContent(), /фламинго/);
    await page.locator(".instead a").first().waitFor();
    await picture(page, "search-layout");

    await box.fill("тракторостроение");
    await box.press("Enter");
    await page.getByText("Ничего не нашлось").waitFor();
    await quiet(visit);
    await visit.close();
});

test("the language switch goes to the translation, else to the list", async () => {
    const visit = await reader();
    const {page} = visit;
    await refused(page);
    await open(page, `#/ru/news/${items.main.slug}`);

    await page.getByRole("link", {name: "Қазақша"}).click();
    await page.getByRole("heading", {level: 1, name: items.kk.title}).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "kk");
    assert.equal(await page.getByRole("combobox").getAttribute("placeholder"), "Жаңалықтардан іздеу");
    await page.getByRole("link", {name: "English"}).click();
    await page.getByText("There is no news here yet.").waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await quiet(visit);
    await visit.close();
});

test("a refusal is recorded, and can be changed, withdrawn and looked up", async () => {
    const visit = await reader();
    const {page} = visit;
    await open(page, "#/ru");
    const banner = page.getByRole("region", {name: "Файлы cookie на этом сайте"});
    await banner.waitFor();
    const sizes = await banner.locator(".choices button").evaluateAll(buttons => buttons.map(button => {
        const style = getComputedStyle(button);
        return [button.offsetWidth, button.offsetHeight, style.backgroundColor, style.color, style.borderColor, style.fontWeight].join();
    }));
    assert.equal(sizes.length, 3);
    assert.equal(new Set(sizes).size, 1);
    await picture(page, "banner");
    await page.keyboard.press("Escape");
    assert.ok(await banner.isVisible());
    assert.equal(await page.evaluate(() => localStorage.getItem("vestnik.consent")), null);

    await banner.getByRole("button", {name: "Отклонить все"}).click();
    await banner.waitFor({state: "hidden"});
    const {id, token} = await page.evaluate(() => JSON.parse(localStorage.getItem("vestnik.consent")));
    const kept = () => call("GET", `/consents/${id}`);
    const refusal = await kept();
    assert.equal(refusal.state, "REFUSED");
    assert.equal(refusal.method, "REJECT_ALL");

    await page.reload();
    await settled(page);
    const opener = page.getByRole("button", {name: "Настройки согласия"});
    await opener.click();
    const dialogue = page.getByRole("dialog", {name: "Файлы cookie на этом сайте"});
    assert.match(await dialogue.locator(".consent-state").textContent(), /Отказано/);
    assert.equal(await dialogue.getByRole("checkbox", {name: "Статистика"}).isChecked(), false);
    await picture(page, "settings");
    await page.keyboard.press("Escape");
    assert.ok(await opener.evaluate(button => button === document.activeElement));
    assert.equal((await kept()).version, refusal.version);

    await opener.click();
    await dialogue.getByRole("checkbox", {name: "Статистика"}).check();
    await dialogue.getByRole("button", {name: "Сохранить выбор"}).click();
    await dialogue.waitFor({state: "detached"});
    const chosen = await kept();
    assert.deepEqual(chosen.effective, {analytics: "GRANTED", marketing: "DENIED", needed: "GRANTED"});
    assert.equal(chosen.method, "SAVE_CHOICES");

    await opener.click();
    await dialogue.getByRole("button", {name: "Показать квитанцию"}).click();
    assert.match(await dialogue.locator(".receipt").textContent(), /"thirdPartyName": "Counter"/);
    await dialogue.getByRole("button", {name: "Отозвать согласие"}).click();
    await dialogue.waitFor({state: "detached"});
    assert.equal((await kept()).state, "WITHDRAWN");

    await opener.click();
    assert.match(await dialogue.locator(".consent-state").textContent(), /Отозвано/);
    await dialogue.getByRole("button", {name: "Принять все"}).click();
    await dialogue.waitFor({state: "detached"});
    assert.equal((await kept()).state, "GIVEN");
    assert.ok(token.length > 20);
    await quiet(visit);
    await visit.close();
});

test("all may be accepted in the banner, and nothing is asked again", async () => {
    const visit = await reader();
    const {page} = visit;
    await open(page, "#/kk");
    await page.getByRole("button", {name: "Барлығын қабылдау"}).click();
    await page.locator("#banner").waitFor({state: "hidden"});
    const {id} = await page.evaluate(() => JSON.parse(localStorage.getItem("vestnik.consent")));
    const record = await call("GET", `/consents/${id}`);
    assert.equal(record.method, "ACCEPT_ALL");
    assert.equal(record.locale, "kk");

    await page.reload();
    await settled(page);
    await page.locator("#consent-open").waitFor();
    assert.ok(await page.locator("#banner").isHidden());
    await quiet(visit);
    await visit.close();
});

test("Global Privacy Control is told of", async () => {
    const visit = await reader({extraHTTPHeaders: {"Sec-GPC": "1"}});
    const {page} = visit;
    await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", {value: true}));
    await open(page, "#/ru");

    await page.getByText("Global Privacy Control").waitFor();
    await page.getByRole("button", {name: "Отклонить все"}).click();
    await page.locator("#banner").waitFor({state: "hidden"});
    const {id} = await page.evaluate(() => JSON.parse(localStorage.getItem("vestnik.consent")));
    assert.equal((await call("GET", `/consents/${id}`)).gpc, true);
    await visit.close();
});

test("old slugs lead on, what was withdrawn is gone, what never was is missing", async () => {
    const item = await published({title: "Каток залили раньше обычного"});
    await call("PATCH", `/news/${item.id}`, {slug: "katok-otkryt"}, {"If-Match": "*", "Content-Type": "application/merge-patch+json"});
    await publish(item);
    const visit = await reader();
    const {page} = visit;
    await refused(page);

    await open(page, `#/ru/news/${item.slug}`);
    await page.getByRole("heading", {level: 1, name: "Каток"}).waitFor();
    assert.ok(page.url().endsWith("#/ru/news/katok-otkryt"));

    await quiet(visit);
    await visit.close();

    await unpublish(item);
    const later = await reader(); // a browser that has kept nothing
    await open(later.page, "#/ru/news/katok-otkryt");
    await later.page.getByRole("heading", {level: 1, name: "Эта новость снята с публикации"}).waitFor();
    await picture(later.page, "gone");
    await later.page.getByRole("link", {name: "К последним новостям"}).click();
    await later.page.getByRole("heading", {level: 1, name: "Последние новости"}).waitFor();
    await open(later.page, "#/ru/news/takogo-net");
    await later.page.getByRole("heading", {level: 1, name: "Такой новости нет"}).waitFor();
    await quiet(later, ["status of 410", "status of 404"]);
    await later.close();
});

test("markup in titles and queries is shown as text", async () => {
    const visit = await reader();
    const {page} = visit;
    await refused(page);
    await open(page, `#/ru/news/${items.hostile.slug}`);
    assert.equal(await page.locator("h1").textContent(), HOSTILE);
    await open(page, `#/ru/search/${encodeURIComponent(HOSTILE)}`);
    assert.equal(await page.locator("h1").textContent(), `Поиск: ${HOSTILE}`);
    await open(page, `#/ru/tag/${encodeURIComponent("\"><img src=x onerror=window.broken=1>")}`);
    await page.locator("h1").waitFor();
    assert.equal(await page.evaluate(() => window.broken), undefined);
    assert.equal(await page.locator("main img").count(), 0);
    await quiet(visit, ["status of 404"]);
    await visit.close();
});

test("a phone shows everything without scrolling sideways", async () => {
    const visit = await reader({viewport: {width: 360, height: 740}, isMobile: true, hasTouch: true});
    const {page} = visit;
    const fits = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), page.url());
    await open(page, "#/ru");
    await page.getByRole("button", {name: "Настроить"}).waitFor();
    await fits();
    await picture(page, "phone-banner");
    await page.getByRole("button", {name: "Настроить"}).click();
    await fits();
    await picture(page, "phone-settings");
    await page.getByRole("dialog").getByRole("button", {name: "Отклонить все"}).click();
    await page.locator("#banner").waitFor({state: "hidden"});
    await picture(page, "phone-list");
    for (const hash of [`#/ru/news/${items.main.slug}`, `#/ru/news/${items.hostile.slug}`, "#/ru/search/башня", "#/kk", "#/en"]) {
        await open(page, hash);
        await fits();
    }
    await open(page, `#/ru/news/${items.main.slug}`);
    await picture(page, "phone-item", true);
    await visit.close();
});

test("everything is reached by keyboard, and one sees where one is", async () => {
    const visit = await reader();
    const {page} = visit;
    await open(page, "#/ru");
    await page.locator("#banner:not([hidden])").waitFor();
    const walked = [];
    for (let steps = 0; steps < 14; steps++) {
        await page.keyboard.press("Tab");
        walked.push(await page.evaluate(() => {
            const on = document.activeElement;
            const style = getComputedStyle(on);
            return {name: (on.getAttribute("aria-label") ?? on.textContent).trim() || on.id,
                seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2};
        }));
    }
    const names = walked.map(step => step.name);
    const order = ["К содержанию", "Принять все", "Отклонить все", "Настроить", "Vestnik: Последние новости", "q", "Поиск", "Қазақша", "English"];
    assert.deepEqual(names.filter(name => order.includes(name)), order);
    assert.deepEqual(walked.filter(step => !step.seen), []);

    await page.locator("#skip").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
    await visit.close();
});

for (const colorScheme of ["light", "dark"]) {
    test(`no barriers in ${colorScheme} colours`, async () => {
        const visit = await reader({colorScheme});
        const {page} = visit;
        await open(page, "#/ru");
        await page.locator("#banner:not([hidden])").waitFor();
        assert.deepEqual(await barriers(page), []);
        await page.getByRole("button", {name: "Настроить"}).click();
        assert.deepEqual(await barriers(page), []);
        await page.getByRole("dialog").getByRole("button", {name: "Принять все"}).click();
        await page.locator("#banner").waitFor({state: "hidden"});
        await page.getByRole("button", {name: "Настройки согласия"}).click();
        assert.deepEqual(await barriers(page), []);
        await page.keyboard.press("Escape");
        for (const hash of ["#/ru", `#/ru/news/${items.main.slug}`, "#/ru/search/башня", "#/ru/news/takogo-net", "#/en", "#/kk"]) {
            await open(page, hash);
            assert.deepEqual(await barriers(page), [], hash);
        }
        await open(page, "#/ru");
        await picture(page, `list-${colorScheme}`);
        await open(page, `#/ru/news/${items.main.slug}`);
        await picture(page, `item-${colorScheme}`);
        await visit.close();
    });
}

test("a server that does not answer is told of, and asked again", async () => {
    const visit = await reader();
    const {page} = visit;
    await refused(page);
    await page.route("**/api/v1/news?*", route => route.abort());
    await open(page, "#/ru");
    await page.getByText("Сервер не отвечает").waitFor();
    await picture(page, "failed");
    await page.unroute("**/api/v1/news?*");
    await page.getByRole("button", {name: "Попробовать ещё раз"}).click();
    await page.getByRole("heading", {level: 1, name: "Последние новости"}).waitFor();
    await visit.close();
});

test("what is published meanwhile is offered", async () => {
    const visit = await reader();
    const {page} = visit;
    const listening = page.waitForResponse("**/api/v1/events*");
    await refused(page);
    assert.equal((await listening).status(), 200);
    const elsewhere = await draft({locale: "kk", title: "Басқа тілдегі жаңалық"});
    await publish(elsewhere);
    const item = await published({title: "Только что: трамвай вернулся на линию"});
    await page.getByText("Новых публикаций: 1.").waitFor();
    assert.equal(await page.locator("#live").getAttribute("role"), "status");
    await picture(page, "live");
    await page.locator("#live").getByRole("button", {name: "Показать"}).click();
    await page.getByRole("link", {name: item.title}).click();
    await page.getByRole("heading", {level: 1, name: item.title}).waitFor();

    await unpublish(item);
    await page.getByText("Эту новость сняли с публикации.").waitFor();
    await page.locator("#live").getByRole("button", {name: "Обновить"}).click();
    await page.getByRole("heading", {level: 1, name: "Эта новость снята с публикации"}).waitFor();
    await quiet(visit, ["status of 410"]);
    await visit.close();
});

test("where no events can be heard the page does without", async () => {
    const visit = await reader();
    const {page} = visit;
    await page.route("**/api/v1/events*", route => route.fulfill({status: 404, body: "{}"}));
    await open(page, "#/ru");
    await page.getByRole("heading", {level: 1, name: "Последние новости"}).waitFor();
    assert.equal(await page.locator("#live").textContent(), "");
    await quiet(visit, ["/api/v1/events"]);
    await visit.close();
});

test("the page is small", async () => {
    let bytes = 0;
    const visit = await reader();
    visit.page.on("response", async answer => {
        if (answer.url().includes("/demo/") && answer.status() === 200) {
            bytes += (await answer.body().catch(() => "")).length;
        }
    });
    await open(visit.page, "#/ru");
    await visit.page.locator("#consent-open").waitFor();
    assert.ok(bytes > 0 && bytes < 100_000, `${bytes} bytes`);
    await visit.close();
    await publicly("/demo/");
});

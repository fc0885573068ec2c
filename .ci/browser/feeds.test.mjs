// Each feed is read by two parsers of the npm world and held against the list of news.
import assert from "node:assert/strict";
import {before, test} from "node:test";
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from "feedsmith";
import RssParser from "rss-parser";
import {publicly, published, publish, draft, call} from "./newsroom.mjs";

const NASTY = {
    ru: ["Хлеб & соль: 5 < 7, «кавычки» и \"лапки\"", "Конец ]]> раздела & &amp; &lt;b&gt;", "Эмодзи 🦌 и флаг 🇰🇿, ударе\u0301ние"],
    kk: ["Қазақстан: әріптер ңғүұқөһ & <тег>", "Үлкен 👨‍👩‍👧 отбасы ]]>"],
    en: ["<img src=x onerror=alert(1)> as text", "A \u2028 separator, a\u00a0space & 'quotes'"],
};
const BODY = "Абзац с **жирным**, `a < b && c > d` и ]]> внутри.\n\n## Раздел & часть\n\n- один\n- два\n\n> Цитата 🦌";

before(async () => {
    await published({locale: "kk", title: "Дәл қазір"}); // with its fraction of a second
    for (const [locale, titles] of Object.entries(NASTY)) {
        for (const [index, title] of titles.entries()) {
            await published({locale, title, summary: `${title} — & ещё`, body: BODY, author: "A & Б"},
                `2025-12-0${index + 1}T09:30:00Z`);
        }
    }
});

/** What the API itself says of the same items; the dates of RSS have whole seconds. */
async function expected(locale, precision = 1) {
    const list = await (await publicly(`/api/v1/news?locale=${locale}&include=body&sort=-publishedAt&limit=50`)).json();
    for (const title of NASTY[locale]) {
        assert.ok(list.items.some(item => item.title === title), title);
    }
    return list.items.map(item => ({
        title: item.title,
        link: item.links.html,
        html: item.body,
        date: Math.floor(Date.parse(item.publishedAt) / precision) * precision,
    }));
}

async function text(path, type) {
    const answer = await publicly(path);
    assert.ok(answer.headers.get("content-type").startsWith(type), answer.headers.get("content-type"));
    return answer.text();
}

for (const locale of Object.keys(NASTY)) {
    test(`feedsmith reads ${locale}'s RSS`, async () => {
        const feed = parseRssFeed(await text(`/feeds/${locale}/rss.xml?limit=50`, "application/rss+xml"));
        assert.equal(feed.language, locale);
        assert.deepEqual(
            feed.items.map(item => ({
                title: item.title,
                link: item.link,
                html: item.content.encoded,
                date: Date.parse(item.pubDate),
            })),
            await expected(locale, 1000));
    });

    test(`feedsmith reads ${locale}'s Atom`, async () => {
        const feed = parseAtomFeed(await text(`/feeds/${locale}/atom.xml?limit=50`, "application/atom+xml"));
        assert.deepEqual(
            feed.entries.map(entry => ({
                title: entry.title.value ?? entry.title,
                link: entry.links.find(link => (link.rel ?? "alternate") === "alternate").href,
                html: entry.content.value ?? entry.content,
                date: Date.parse(entry.published),
            })),
            await expected(locale));
    });

    test(`feedsmith reads ${locale}'s JSON Feed`, async () => {
        const feed = parseJsonFeed(await text(`/feeds/${locale}/feed.json?limit=50`, "application/feed+json"));
        assert.deepEqual(
            feed.items.map(item => ({
                title: item.title,
                link: item.url,
                html: item.content_html,
                date: Date.parse(item.date_published),
            })),
            await expected(locale));
    });

    for (const file of ["rss.xml", "atom.xml"]) {
        test(`rss-parser reads ${locale}'s ${file}`, async () => {
            const feed = await new RssParser().parseString(await text(`/feeds/${locale}/${file}?limit=50`, "application/"));
            assert.deepEqual(
                feed.items.map(item => ({
                    title: item.title,
                    link: item.link,
                    html: item["content:encoded"] ?? item.content,
                    date: Date.parse(item.isoDate),
                })),
                await expected(locale, file === "rss.xml" ? 1000 : 1));
        });
    }
}

test("a change shows in a feed under the same id", async () => {
    const item = await published({locale: "ru", title: "Прежний заголовок"});
    const id = async () => parseRssFeed(await text("/feeds/ru/rss.xml", "application/rss+xml"))
        .items.find(entry => entry.title.endsWith("заголовок"));
    const first = await id();
    await call("PATCH", `/news/${item.id}`, {title: "Новый заголовок"},
        {"If-Match": "*", "Content-Type": "application/merge-patch+json"});
    await publish(item);
    const second = await id();
    assert.equal(second.title, "Новый заголовок");
    assert.equal(second.guid.value, first.guid.value);
});

test("a draft is in no feed", async () => {
    await draft({locale: "en", title: "Nobody knows this yet"});
    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
        assert.ok(!(await text(`/feeds/en/${file}`, "application/")).includes("Nobody knows"), file);
    }
});

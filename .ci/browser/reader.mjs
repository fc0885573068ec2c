// Opens the demonstration reader in Chromium and watches what goes wrong there.
import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {chromium} from "playwright-core";
import {URL_OF_PROGRAM} from "./newsroom.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = process.env.SCREENSHOTS;
let browser = null;

export async function launch() {
    browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"]});
}

export async function quit() {
    await browser?.close();
}

/** A page of a new reader; `faults` collects what the console and the page's policy complain of. */
export async function reader(options = {}) {
    const context = await browser.newContext({
        locale: "ru-RU", viewport: {width: 1200, height: 850}, reducedMotion: "reduce", colorScheme: "light", ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = [];
    page.on("console", message => {
        if (["error", "warning"].includes(message.type())) {
            faults.push(`${message.text()} ${message.location().url}`);
        }
    });
    page.on("pageerror", error => faults.push(String(error)));
    await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", event => {
            window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
        });
    });
    return {page, faults, close: () => context.close()};
}

export async function open(page, hash) {
    await page.goto("about:blank"); // or another hash would only be a step within the page
    await page.goto(`${URL_OF_PROGRAM}/demo/${hash}`);
    await settled(page);
}

/** Until a view is shown. */
export async function settled(page) {
    await page.waitForSelector("main:not([aria-busy])");
}

/** Someone who has answered already, where the banner is not what a test is about. */
export async function refused(page) {
    await open(page, "#/ru");
    await page.getByRole("button", {name: "Отклонить все"}).click();
    await page.locator("#banner").waitFor({state: "hidden"});
}

/** What axe has against the page as it is now. */
export async function barriers(page) {
    // Through the debugger, as the page's policy lets no foreign script in.
    await page.evaluate(`${AXE}; undefined`);
    const {violations} = await page.evaluate(() => window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    return violations.map(found => `${found.id}: ${found.nodes.map(node => `${node.target} ${node.failureSummary}`).join("; ")}`);
}

export async function picture(page, name, whole = false) {
    if (PICTURES) {
        await page.screenshot({path: `${PICTURES}/${name}.png`, fullPage: whole});
    }
}

/** Nothing complained, but for `expected` pieces of text. */
export async function quiet({page, faults}, expected = []) {
    const others = faults.filter(fault => !expected.some(text => fault.includes(text)));
    assert.deepEqual(others, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
}

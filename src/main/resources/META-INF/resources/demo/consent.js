/** What a person was asked and answered, as the API keeps it. The browser keeps the record's id and its token. */
import {call, query, Problem, read} from "./api.js";

const KEPT = "vestnik.consent";
const USED_UP = new Set(["SHOWN_TOKEN_USED", "VALIDATION_FAILED"]);

/** Of one notice. */
export class Consent {
    constructor(key) {
        this.key = key;
        this.notice = null;
        this.record = null;
        this.etag = null;
        this.shownToken = null;
    }

    /** The notice in a language, and the record if there is one. Without a published notice there is nothing to ask. */
    async load(locale) {
        this.notice = await absent(read(`/consent/notices/${encodeURIComponent(this.key)}/current`, {locale}));
        this.shownToken = null;
        await this.refresh();
    }

    async refresh() {
        const kept = this.kept();
        if (!kept) {
            return;
        }
        const answer = await absent(call("GET", `/consents/${kept.id}`, {headers: this.credential(), fresh: true}));
        if (answer) {
            this.take(answer);
        } else {
            // Erased, or of another newsroom.
            localStorage.removeItem(KEPT);
            this.record = null;
        }
    }

    /** Whether the person is to be asked. */
    asks() {
        return this.notice !== null && this.notice.mode === "OPT_IN" && (this.record === null || this.record.action !== "NONE");
    }

    choices() {
        return this.notice.purposes.filter(purpose => !purpose.necessary).map(purpose => purpose.code);
    }

    /** Tells the API that the text is before the person's eyes; what comes back proves it with the answer. */
    async shown() {
        const {json} = await call("POST", "/consent/impressions", {body: {key: this.key, locale: this.notice.locale}});
        this.shownToken = json.shownToken;
    }

    /** ACCEPT_ALL, REJECT_ALL or SAVE_CHOICES; `granted` are the codes of purposes. */
    async answer(method, granted) {
        const decisions = Object.fromEntries(
            this.choices().map(code => [code, granted.includes(code) ? "GRANTED" : "DENIED"]));
        try {
            await this.send(method, decisions);
        } catch (problem) {
            if (problem.status === 412) {
                // Changed in another tab: the answer that was just given is the later one.
                await this.refresh();
            } else if (!(problem instanceof Problem) || !this.shownToken || !USED_UP.has(problem.code)) {
                throw problem;
            }
            // The text is still there to read, so it may be proven anew once half an hour has passed.
            await this.shown();
            await this.send(method, decisions);
        }
        this.shownToken = null;
    }

    async send(method, decisions) {
        if (!this.shownToken) {
            await this.shown();
        }
        const body = {shownToken: this.shownToken, method, decisions};
        if (this.record) {
            this.take(await call("PUT", `/consents/${this.record.id}`, {
                body, headers: {...this.credential(), "If-Match": this.etag},
            }));
            return;
        }
        const answer = await call("POST", "/consents", {body});
        localStorage.setItem(KEPT, JSON.stringify({id: answer.json.id, token: answer.json.subjectToken}));
        this.take(answer);
        await this.refresh();
    }

    async withdraw() {
        this.take(await call("POST", `/consents/${this.record.id}/withdrawal`, {headers: this.credential()}));
        await this.refresh();
    }

    /** Kantara's receipt of what is granted, else the record of a refusal in the terms of ISO/IEC TS 27560. */
    async receipt() {
        const type = this.record.state === "GIVEN" ? "application/json" : "application/ld+json";
        return (await call("GET", query(`/consents/${this.record.id}/receipt`, {}), {
            headers: {...this.credential(), Accept: type},
        })).json;
    }

    take({json, etag}) {
        this.record = json;
        this.etag = etag;
    }

    kept() {
        try {
            return JSON.parse(localStorage.getItem(KEPT));
        } catch {
            return null;
        }
    }

    credential() {
        return {"Consent-Token": this.kept()?.token ?? ""};
    }
}

/** Null instead of what is not there or no longer. */
async function absent(asked) {
    try {
        return await asked;
    } catch (problem) {
        if (problem.status === 404 || problem.status === 410) {
            return null;
        }
        throw problem;
    }
}

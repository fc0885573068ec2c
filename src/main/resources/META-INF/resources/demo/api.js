/** Asks the public API. */

const BASE = "/api/v1";

/** What the API has against a request: an RFC 9457 problem. */
export class Problem extends Error {
    constructor(status, body) {
        super(body?.detail ?? body?.title ?? `HTTP ${status}`);
        this.status = status;
        this.code = body?.code ?? null;
        this.retryAfter = null;
    }
}

/** path?a=1&b=2 of what is neither null nor empty. */
export function query(path, parameters) {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== null && value !== undefined && value !== "") {
            given.set(name, value);
        }
    }
    const text = given.toString();
    return text ? `${path}?${text}` : path;
}

/** The answer's JSON and its ETag; throws a Problem, or what fetch throws where nobody answers. */
export async function call(method, path, {body, headers = {}, signal, fresh = false} = {}) {
    const answer = await fetch(BASE + path, {
        method,
        signal,
        headers: {
            Accept: "application/json",
            ...(body === undefined ? {} : {"Content-Type": "application/json"}),
            ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "omit",
        // What the browser keeps is good for some seconds, unless something is known to have changed.
        cache: fresh ? "no-cache" : "default",
    });
    const text = await answer.text();
    let json = null;
    try {
        json = text === "" ? null : JSON.parse(text);
    } catch {
        // A proxy in between may answer with a page of its own.
    }
    if (!answer.ok) {
        const problem = new Problem(answer.status, json);
        problem.retryAfter = answer.headers.get("Retry-After");
        throw problem;
    }
    return {json, etag: answer.headers.get("ETag")};
}

/** `how` may have a signal that ends it, and fresh, which trusts no cache. */
export async function read(path, parameters = {}, how = {}) {
    return (await call("GET", query(path, parameters), how)).json;
}

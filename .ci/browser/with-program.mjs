// Starts the packaged program in a scratch folder on a free port, runs a command beside it, and ends it again.
//   node with-program.mjs <jar> <scratch folder> <command> [arguments]
// The command finds the program's address in VESTNIK_URL and the admin's password in VESTNIK_ADMIN_PASSWORD.
import {spawn} from "node:child_process";
import {openSync, readFileSync} from "node:fs";
import {createServer} from "node:net";
import {setTimeout as pause} from "node:timers/promises";

const [jar, scratch, command, ...rest] = process.argv.slice(2);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const password = `checks-${crypto.randomUUID()}`;
const log = `${scratch}/program.log`;

const output = openSync(log, "w");
const program = spawn("java", ["-Xmx512m", "-jar", jar], {
    stdio: ["ignore", output, output],
    env: {
        ...process.env,
        VESTNIK_DATA_DIR: `${scratch}/data`,
        VESTNIK_ADMIN_PASSWORD: password,
        QUARKUS_HTTP_PORT: String(port),
        QUARKUS_HTTP_HOST: "127.0.0.1",
    },
});
const ended = new Promise(resolve => program.once("exit", resolve));
for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
        program.kill("SIGKILL");
        process.exit(1);
    });
}

let status = 1;
try {
    await ready();
    const beside = spawn(command, rest, {
        stdio: "inherit",
        env: {...process.env, VESTNIK_URL: url, VESTNIK_ADMIN_PASSWORD: password},
    });
    status = await new Promise((resolve, reject) => {
        beside.once("error", reject);
        beside.once("exit", code => resolve(code ?? 1));
    });
} finally {
    program.kill("SIGTERM");
    const patience = setTimeout(() => program.kill("SIGKILL"), 15_000);
    await ended;
    clearTimeout(patience);
}
if (status !== 0) {
    console.error(readFileSync(log, "utf8").split("\n").slice(-30).join("\n"));
}
process.exit(status);

async function ready() {
    for (let tries = 0; tries < 400; tries++) {
        if (program.exitCode !== null) {
            throw new Error(`The program did not start:\n${readFileSync(log, "utf8")}`);
        }
        try {
            if ((await fetch(`${url}/q/health/ready`)).ok) {
                return;
            }
        } catch {
            // not yet
        }
        await pause(300);
    }
    throw new Error("The program did not get ready within two minutes");
}

function freePort() {
    return new Promise(resolve => {
        const server = createServer().listen(0, "127.0.0.1", () => {
            const {port: free} = server.address();
            server.close(() => resolve(free));
        });
    });
}

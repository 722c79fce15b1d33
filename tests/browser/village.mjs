// A separate village for each test: a copy of the example site, the preview that serves it, and a browser.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { copyOfExample } from "./example.mjs";

export const DAY = "2026-11-25";
/** How long anything may take on a busy machine. */
export const PATIENCE = 60_000;

export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--no-first-run",
];

/** Starts the browser for all tests in a file. */
export function startBrowser() {
  const { chromium } = createRequire(join(process.env.TOOLS, "package.json"))("playwright-core");
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS, timeout: PATIENCE });
}

/** A copy of the example site, served until the test ends. */
export async function village(test, browser) {
  const folder = mkdtempSync(join(tmpdir(), "dorpsplein-preview-"));
  const ends = [() => rmSync(folder, { recursive: true, force: true })];
  test.after(async () => {
    while (ends.length) await ends.pop()();
  });
  copyOfExample(folder);
  const { address, end } = await serve(folder);
  ends.push(end);
  return {
    folder,
    address,
    /** Opens a tab in a fresh browser context, with other settings if given. */
    async open(path, setup = {}) {
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...setup });
      ends.push(() => context.close());
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      if (path) await page.goto(address + path);
      return page;
    },
    /** Changes words in a file, as an editor does on save. */
    change(file, from, to) {
      const text = readFileSync(join(folder, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      writeFileSync(join(folder, file), text.replace(from, () => to));
    },
    add(file, text) {
      const at = join(folder, file);
      writeFileSync(at, readFileSync(at, "utf8") + text);
    },
    /** Replaces a file by another one. */
    replace(file, by) {
      copyFileSync(join(folder, by), join(folder, file));
    },
    /** The diagnostics that `check` reports about the village. */
    remarks() {
      const given = ["check", folder, "--format", "json", "--today", DAY];
      return JSON.parse(spawnSync(process.env.PROGRAM, given, { encoding: "utf8" }).stdout).remarks;
    },
  };
}

/** Starts the preview of a folder; if the test program ends early, the server is killed too. */
async function serve(folder) {
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const server = spawn(process.env.PROGRAM, ["serve", folder, "--port", port, "--today", DAY]);
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const end = async () => {
    process.removeListener("exit", kill);
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    kill();
    await ended;
  };
  try {
    const address = await said(server, /http:\/\/127\.0\.0\.1:\d+(?=\/)/);
    await standing(address);
    return { address, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits until the output of a server matches, and returns the match. */
function said(server, what) {
  return new Promise((found, failed) => {
    let all = "";
    const hear = (words) => {
      all += words;
      const match = all.match(what);
      if (match) found(match[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("error", failed);
    server.once("exit", () => failed(new Error(`the server ended: ${all}`)));
    setTimeout(() => failed(new Error(`the server does not say where it is: ${all}`)), PATIENCE).unref();
  });
}

/** Waits until the site has been built for the first time. */
async function standing(address) {
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    const answer = await fetch(`${address}/agenda/koffieochtend/`);
    if (answer.ok && (await answer.text()).includes("Iedereen is welkom")) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("the server never shows the site");
}

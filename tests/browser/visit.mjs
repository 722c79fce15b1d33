// How the tests of the theme visit a built site: with a browser set to the day of the site, recording what goes wrong.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { site } from "./site.mjs";
import { oneOfEach, spread } from "./types.mjs";
import { DAY, PATIENCE, startBrowser } from "./village.mjs";

export const skip = process.env.PROGRAM ? false : "without a program to try: tests/browser/run PROGRAM";
export const all = { skip, timeout: 4 * PATIENCE };

/** A browser and the example site, for all tests in a file; `types` has a page of every type. */
export function example() {
  const has = {};
  before(async () => {
    if (skip) return;
    has.browser = await startBrowser();
    Object.assign(has, await site());
    has.types = spread(has.pages);
    has.oneOfEach = oneOfEach(has.pages);
  });
  after(async () => {
    await has.browser?.close();
    await has.end?.();
  });
  return has;
}

/** Opens a tab in which it is noon on the day of the site; it is closed when the test ends. */
export async function tab(test, browser, setup = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }, serviceWorkers: "block", locale: "nl-NL", ...setup,
  });
  test.after(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  await context.clock.setFixedTime(new Date(`${DAY}T12:00+01:00`));
  return context.newPage();
}

/** Records everything that goes wrong on a page from now on: outside requests, failed ones, errors and warnings. */
export function watch(page, address) {
  const wrong = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== address) wrong.push(`${page.url()} requests ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // The browser itself aborts requests of a page that is left before they are done.
    if (why !== "net::ERR_ABORTED") wrong.push(`${request.url()} fails: ${why}`);
  });
  page.on("response", (answer) => {
    const meant = new URL(answer.url()).pathname === "/404.html";
    if (answer.status() !== 200 && !meant) wrong.push(`${answer.url()} answers ${answer.status()}`);
  });
  page.on("console", (line) => {
    const own = line.text() === "Service Worker registration blocked by Playwright";
    if (["error", "warning"].includes(line.type()) && !own) wrong.push(`${page.url()} says ${line.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`${page.url()} breaks: ${error.message}`));
  return wrong;
}

/** Asserts that nothing was found, or else reports all of it. */
export function nothing(found) {
  assert.ok(!found.length, `${found.length} found:\n${found.join("\n")}`);
}

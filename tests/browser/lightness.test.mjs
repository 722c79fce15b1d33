// Pages are light enough for a slow connection, and nothing moves while they load.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { all, example, nothing, tab } from "./visit.mjs";

const village = example();
const packed = (file) => gzipSync(readFileSync(join(village.output, file))).length;
const linked = (path, what) => {
  const { html } = village.pages.find((page) => page.path === path);
  return [...html.matchAll(what)].map(([, address]) => new URL(address, `http://host${path}`).pathname);
};
// Styles for print only load after the page.
const styles = (path) => linked(path, /<link rel="stylesheet" href="([^"]+)"(?! media="print")/g);
const scripts = (path) => linked(path, /<script[^>]* src="([^"]+)"/g);

test("the home page and its style are at most 14 KB compressed: what a server sends in the first round trip", all, () => {
  const bytes = packed("index.html") + styles("/").reduce((sum, file) => sum + packed(file), 0);
  assert.ok(bytes <= 14 * 1024, `${bytes} bytes of ${14 * 1024}`);
});

test("all scripts together are at most 5 KB compressed, apart from the search, which is only on its own page", all, () => {
  const all = new Set(village.pages.filter(({ path }) => path !== "/zoeken/").flatMap(({ path }) => scripts(path)));
  const bytes = [...all].reduce((sum, file) => sum + packed(file), 0);
  assert.ok(bytes <= 5 * 1024, `${bytes} bytes of ${5 * 1024}: ${[...all].join(", ")}`);
});

/** Records in a page what moves while it is shown. */
function recordJumps() {
  window.jumps = [];
  const part = ({ node, previousRect, currentRect }) => `${node?.className || node?.nodeName} from ${previousRect.y} to ${currentRect.y}`;
  new PerformanceObserver((list) => {
    window.jumps.push(...list.getEntries().map((jump) => `${jump.value.toFixed(4)}: ${jump.sources.map(part).join(", ")}`));
  }).observe({ type: "layout-shift", buffered: true });
}

for (const width of [320, 390, 1280]) {
  test(`nothing moves when a home page that nobody rebuilt continues with the weeks that follow, ${width} pixels wide`, all, async (t) => {
    const page = await tab(t, village.browser, { viewport: { width, height: 800 } });
    await page.addInitScript(recordJumps);
    // A page is shown before the weeks arrive.
    await page.route("**/week-*/", (route) => setTimeout(() => route.continue(), 300));
    await page.clock.setFixedTime(new Date("2026-12-02T12:00+01:00"));
    await page.goto(village.address);
    await page.waitForFunction(() => document.querySelector(".dp-day:not([hidden])"));
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next, 50)))));
    assert.equal(await page.locator(".dp-day:visible").count(), 5);
    nothing(await page.evaluate(() => window.jumps));
  });
}

for (const width of [320, 1280]) {
  test(`nothing moves while a page loads, ${width} pixels wide`, all, async (t) => {
    const page = await tab(t, village.browser, { viewport: { width, height: 800 } });
    await page.addInitScript(recordJumps);
    const found = [];
    for (const path of village.types) {
      await page.goto(village.address + path);
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next, 50)))));
      found.push(...(await page.evaluate(() => window.jumps)).map((words) => `${path}: ${words}`));
    }
    nothing(found);
  });
}

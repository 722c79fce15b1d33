// Without a mouse, Tab reaches everything in reading order, and the focus is always visible.
import assert from "node:assert/strict";
import test from "node:test";

import { all, example, nothing, tab } from "./visit.mjs";
import { steps } from "./steps.mjs";

const village = example();

async function open(t, path, width = 1280) {
  const page = await tab(t, village.browser, { viewport: { width, height: 800 }, reducedMotion: "reduce" });
  await page.addInitScript(steps);
  await page.goto(village.address + path);
  return page;
}

/** Moves through a page with Tab, until the focus leaves it. */
async function walk(page) {
  const path = new URL(page.url()).pathname;
  const count = await page.evaluate(() => window.steps.begin());
  const found = [];
  for (let at = 0; at <= count; at++) {
    await page.keyboard.press("Tab");
    found.push(...await page.evaluate((expected) => window.steps.look(expected), at));
    if (found.length > 5) break;
  }
  await page.keyboard.press("Shift+Tab");
  return found.map((words) => `${path}: ${words}`);
}

for (const [width, device] of [[320, "a phone"], [1280, "a desktop"]]) {
  test(`Tab moves through every type of page, on ${device}`, { ...all, timeout: 2 * all.timeout }, async (t) => {
    const page = await open(t, "/", width);
    const found = [];
    for (const path of village.oneOfEach) {
      await page.goto(village.address + path);
      found.push(...await walk(page));
    }
    nothing(found);
  });
}

test("the first stop is a link past the menu, to the content", all, async (t) => {
  const page = await open(t, "/agenda/");
  await page.keyboard.press("Tab");
  const first = page.locator(":focus");
  assert.equal(await first.textContent(), "Naar de inhoud");
  const { x, y, width, height } = await first.boundingBox();
  assert.ok(x >= 0 && y >= 0 && width > 40 && height > 24, "the skip link shows itself");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator("main :focus").count(), "the next stop is in the content");
});

test("details open with Enter, and are then in the tab order", all, async (t) => {
  const page = await open(t, "/agenda/koffieochtend/");
  await page.locator("main summary").first().focus();
  assert.equal(await page.locator("main details a:visible").count(), 0);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator("main details[open] a:focus").count(), "the first link inside");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  assert.ok(await page.locator("main summary:focus").count(), "and Shift+Tab returns to it");
});

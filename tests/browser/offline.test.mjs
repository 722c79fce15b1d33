// When the power is out and the network gone, a telephone that was here once still tells where to go.
import assert from "node:assert/strict";
import test from "node:test";

import { site } from "./site.mjs";
import { all, example, tab } from "./visit.mjs";

const village = example();
const PATH = "/noodsteunpunt/";

test("after one visit the emergency page opens without a network, and without the site", all, async (t) => {
  const own = await site();
  t.after(own.end);
  const page = await tab(t, village.browser, { serviceWorkers: "allow" });
  await page.goto(`${own.address}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const shown = async () => (await page.locator("main").innerText()).trim();
  await page.goto(own.address + PATH);
  const before = await shown();
  await page.goto("about:blank");

  await own.close();
  await page.context().setOffline(true);
  const answer = await page.goto(own.address + PATH);
  assert.ok(answer.fromServiceWorker(), "the page comes from the telephone itself");
  assert.equal(await shown(), before);
  const width = await page.evaluate(() => document.styleSheets.length && document.scrollingElement.scrollWidth <= innerWidth);
  assert.ok(width, "and with its style");
});

// When the power and the network are down, a phone that visited the site once still says where to go.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import test from "node:test";

import { site } from "./site.mjs";
import { all, example, tab } from "./visit.mjs";

const village = example();
const PATH = "/noodsteunpunt/";

test("after one visit the emergency page opens without a network, and without the server", all, async (t) => {
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
  assert.ok(answer.fromServiceWorker(), "the page comes from the phone itself");
  assert.equal(await shown(), before);
  const width = await page.evaluate(() => document.styleSheets.length && document.scrollingElement.scrollWidth <= innerWidth);
  assert.ok(width, "and with its style");
  await page.goto(own.address + PATH.slice(0, -1));
  assert.equal(await shown(), before, "the address without its last slash also works");
});

test("without a network the places on the emergency page also open, and any other page links to what can be read", all, async (t) => {
  const own = await site();
  t.after(own.end);
  const page = await tab(t, village.browser, { serviceWorkers: "allow", viewport: { width: 360, height: 740 } });
  await page.goto(`${own.address}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.goto(own.address + PATH);
  const places = await page.locator(".dp-help-more a, .dp-help-aeds a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(new Set(places).size > 1, places.join());
  await page.goto("about:blank");
  await own.close();
  await page.context().setOffline(true);

  await page.goto(own.address + PATH);
  const crest = page.locator(".dp-crest");
  assert.ok(await crest.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), "the crest is shown");
  for (const place of new Set(places)) {
    const answer = await page.goto(place);
    assert.ok(answer.fromServiceWorker() && answer.ok(), place);
  }
  const answer = await page.goto(`${own.address}/agenda/koffieochtend/`);
  assert.equal(answer.status(), 503);
  assert.equal(await page.locator("h1").textContent(), "Geen internet");
  assert.ok(await page.evaluate(() => document.styleSheets.length && document.scrollingElement.scrollWidth <= innerWidth));
  const links = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.href));
  for (const link of [`${own.address}/`, `${own.address}/agenda/`, own.address + PATH, ...places]) assert.ok(links.includes(link), link);
  await page.getByRole("link", { name: "Noodsteunpunt" }).click();
  await page.waitForURL(own.address + PATH);
});

test("on a network so busy that nothing arrives, the emergency page opens after some seconds", all, async (t) => {
  const own = await site();
  t.after(own.end);
  const page = await tab(t, village.browser, { serviceWorkers: "allow" });
  await page.goto(own.address + PATH);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const before = (await page.locator("main").innerText()).trim();
  await page.goto("about:blank");
  await own.close();
  const sockets = new Set();
  const silent = createServer((socket) => sockets.add(socket));
  await new Promise((ready) => silent.listen(new URL(own.address).port, "127.0.0.1", ready));
  t.after(() => {
    sockets.forEach((socket) => socket.destroy());
    silent.close();
  });
  const answer = await page.goto(own.address + PATH, { timeout: 10000, waitUntil: "domcontentloaded" });
  assert.ok(answer.fromServiceWorker() && sockets.size > 0, "it was requested, and there was no answer");
  await page.waitForFunction(() => document.styleSheets.length, null, { timeout: 3000 });
  assert.equal((await page.locator("main").innerText()).trim(), before);
});

// Without JavaScript, a visitor finds everything by clicking, and no page makes requests to other hosts.
import assert from "node:assert/strict";
import test from "node:test";

import { all, example, nothing, tab, watch } from "./visit.mjs";

const village = example();

/** A visitor without JavaScript, who starts on the home page and clicks. */
async function visitor(t) {
  const page = await tab(t, village.browser, { javaScriptEnabled: false });
  const wrong = watch(page, village.address);
  await page.goto(`${village.address}/`);
  return {
    page,
    /** Follows a link by its text. */
    async click(words, where = "body") {
      const from = page.url();
      await page.locator(where).getByRole("link", { name: words }).first().click();
      await page.waitForURL((url) => url.href !== from);
    },
    async sees(words) {
      await page.locator("main").getByText(words).filter({ visible: true }).first().waitFor();
    },
    arrives: () => nothing(wrong),
  };
}

test("the home page shows what is on tonight, with the time, the place and the price", all, async (t) => {
  const { page, click, sees, arrives } = await visitor(t);
  const today = page.locator(".dp-day", { hasText: "vandaag" });
  assert.match(await today.textContent(), /17\.30–19\.30 uur\s*Eetpunt[\s\S]*De Esrand[\s\S]*€\s7,50/);
  await click("Eetpunt", ".dp-day");
  await sees("Lutterzaal");
  arrives();
});

test("a visitor finds what a room of the village hall costs", all, async (t) => {
  const { page, click, arrives } = await visitor(t);
  await click("Locaties", "header");
  await click("De Esrand", "main");
  const rates = page.getByRole("table", { name: "Tarieven Eskamer" });
  assert.match(await rates.getByRole("row", { name: "inwoners" }).textContent(), /dagdeel\s*€\s45/);
  arrives();
});

test("a visitor finds the latest minutes of the village council", all, async (t) => {
  const { page, click, arrives } = await visitor(t);
  await click("Documenten", "header");
  const link = page.locator("main").getByRole("link", { name: /notulen/i }).first();
  const answer = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
  arrives();
});

test("a visitor finds where to go when the power is out", all, async (t) => {
  const { click, sees, arrives } = await visitor(t);
  await click("Noodsteunpunt", "header");
  await sees("De Esrand");
  await sees("stroomuitval");
  arrives();
});

test("the page for a wrong address leads back to the site", all, async (t) => {
  const page = await tab(t, village.browser, { javaScriptEnabled: false });
  assert.equal((await page.goto(`${village.address}/agenda/dit/is/er/niet/`)).status(), 404);
  await page.locator("main").getByRole("link", { name: "Agenda" }).click();
  assert.equal((await page.locator("h1").textContent()).trim(), "Agenda");
});

for (const [how, javaScriptEnabled] of [["with", true], ["without", false]]) {
  test(`no type of page makes requests to another host or logs an error, ${how} JavaScript`, all, async (t) => {
    const page = await tab(t, village.browser, { javaScriptEnabled });
    const found = watch(page, village.address);
    for (const path of village.types) {
      await page.goto(village.address + path);
      if (javaScriptEnabled) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(100);
    }
    assert.deepEqual(await page.context().cookies(), []);
    nothing(found);
  });
}

test("a phone number in a text is a link, and stays on one line on the smallest phone", all, async (t) => {
  const page = await tab(t, village.browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  for (const path of ["/contact/", "/zorg-en-hulp/", "/zaal-huren/"]) {
    await page.goto(village.address + path);
    const text = await page.locator("main").innerText();
    const calls = await page.locator("main a[href^='tel:+31']").evaluateAll((links) => links.map((link) => {
      const lines = new Set([...link.getClientRects()].map((line) => line.top));
      const height = parseFloat(getComputedStyle(link).lineHeight);
      return [link.textContent, link.getAttribute("href"), lines.size === 1 && link.offsetHeight < 1.6 * height];
    }));
    assert.ok(calls.length, path);
    assert.equal(calls.length, text.match(/0529 \d\d \d\d \d\d/g).length, path);
    for (const [words, href, whole] of calls) {
      assert.equal(href, `tel:+31${words.replaceAll(" ", "").slice(1)}`);
      assert.ok(whole, `${path}: ${words}`);
    }
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), path);
  }
});

test("the page of a kind of event offers its own calendar", all, async (t) => {
  const { page, arrives } = await visitor(t);
  await page.goto(`${village.address}/agenda/soort/kinderactiviteit/`);
  const fold = page.getByText("In je eigen agenda: kinderactiviteit");
  await fold.click();
  const calendar = page.getByRole("link", { name: "Download (.ics)" });
  assert.ok(await calendar.isVisible());
  assert.equal(await calendar.evaluate((link) => link.pathname), "/agenda/soort/kinderactiviteit/agenda.ics");
  assert.match(await page.getByRole("link", { name: "iPhone" }).getAttribute("href"), /^webcal:.*\/agenda\/soort\/kinderactiviteit\/agenda\.ics$/);
  arrives();
});

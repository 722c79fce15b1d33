// Tests a portal in a real browser: the form that narrows down its agenda, and accessibility on a phone and a desktop.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";

import { barriers, bringJudge } from "./barriers.mjs";
import { misfits } from "./fits.mjs";
import { site } from "./site.mjs";
import { all, nothing, skip, tab, watch } from "./visit.mjs";
import { startBrowser } from "./village.mjs";

const word = (nl) => ({ id: nl, nl });

/** The data of a village: an event every day for two weeks, at seven in the evening. */
function village(number, name, lat, kind) {
  const home = `https://dorp-${number}.example`;
  const events = [{ id: "e", title: `Samen in ${name}`, url: `${home}/agenda/e/`, kind: word(kind), venue: { kind: "venue", id: "huis" } }];
  const occurrences = [...Array(14).keys()].map((n) => {
    const day = new Date(Date.UTC(2026, 10, 25 + n)).toISOString().slice(0, 10);
    return { event: "e", start: `${day}T19:00`, end: `${day}T21:00`, status: "scheduled" };
  });
  // One occurrence has a note, all others do not.
  occurrences[2].text = "Neem een kussen mee";
  return {
    dorp: 1,
    village: { name, municipality: `Gemeente ${number % 9}`, province: number % 2 ? "Drenthe" : "Overijssel", url: home },
    venues: [{ id: "huis", name: `Huis ${number}`, url: `${home}/locaties/huis/`, location: { lat, lon: 6.3 }, emergency_point: { functions: [word("informatie")] } }],
    events,
    news: [{ title: `Nieuws uit ${name}`, date: "2026-11-20", url: `${home}/nieuws/n/` }],
    occurrences,
  };
}

let browser, made, folder;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "dorpsplein-portal-"));
  const settings = "naam: Reestdorpen\nomschrijving: Alle dorpen.\nsoort: portaal\nbronnen: [dorpen]\n";
  writeFileSync(join(folder, "site.yaml"), settings);
  const names = ["Wester", "Ooster", "Verre Hoek", ...[...Array(117).keys()].map((n) => `Dorp ${n}`)];
  names.forEach((name, number) => {
    const lat = [52.8, 52.83, 53.4][number] ?? 52 + number / 100;
    const at = join(folder, "dorpen", String(number));
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "dorp.json"), JSON.stringify(village(number, name, lat, number === 1 ? "muziek" : "koffieochtend")));
  });
  made = await site(folder);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await made?.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const status = (page) => page.locator(".dp-search-status");
const hears = async (page, says) => {
  await status(page).filter({ hasText: says }).waitFor();
  return status(page).textContent();
};
const found = (page) => page.locator(".dp-sifted .dp-event-title").allTextContents();

test("the agenda is light, and can be narrowed down by village, distance and kind", all, async (t) => {
  const html = made.pages.find(({ path }) => path === "/agenda/").html;
  assert.ok(gzipSync(html).length <= 30_000, `${gzipSync(html).length} bytes`);
  const page = await tab(t, browser, { viewport: { width: 360, height: 740 } });
  const wrong = watch(page, made.address);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${made.address}/agenda/`);
  assert.deepEqual(asked.filter((path) => path.endsWith(".json")), [], "nothing is fetched before somebody searches");

  await page.getByLabel("Dorp", { exact: true }).fill("wester");
  await page.keyboard.press("Enter");
  await hears(page, /14 activiteiten gevonden, van 25 november 2026/);
  assert.deepEqual([...new Set(await found(page))], ["Samen in Wester"]);
  const lines = await page.locator(".dp-sifted .dp-event-words").allTextContents();
  assert.equal(lines.filter((line) => line.includes("Neem een kussen mee")).length, 1, lines.join("\n"));
  assert.ok(lines.every((line) => !/undefined|null|NaN/.test(line)), lines.join("\n"));
  const first = page.locator(".dp-sifted .dp-event a").first();
  assert.equal(await first.getAttribute("href"), "https://dorp-0.example/agenda/e/");
  assert.equal(await first.getAttribute("rel"), "external");
  assert.ok(!await page.locator(".dp-index").isVisible(), "only the results are visible");

  await page.getByLabel("Hoe ver").selectOption("tot 5 km");
  await page.locator("#dp-sift-kind").selectOption("muziek");
  await hears(page, /14 activiteiten/);
  await page.locator(".dp-sifted .dp-event-title", { hasText: "Samen in Ooster" }).first().waitFor();
  assert.deepEqual([...new Set(await found(page))], ["Samen in Ooster"]);
  assert.equal(new URL(page.url()).search, "?dorp=wester&afstand=5&soort=muziek");

  await page.getByLabel("Vanaf").fill("2026-12-07");
  await hears(page, /2 activiteiten gevonden, van 7 december 2026 tot en met 8 december 2026/);
  nothing(wrong);
});

test("a search has an address to share, a wrong name is reported, and all works with the keyboard", all, async (t) => {
  const page = await tab(t, browser);
  await page.goto(`${made.address}/agenda/?dorp=Ooster&vanaf=2026-11-30`);
  await hears(page, /9 activiteiten gevonden, van 30 november/);
  await page.getByLabel("Dorp", { exact: true }).fill("Nergens");
  await page.keyboard.press("Tab");
  await hears(page, /Dit dorp staat er niet bij/);
  assert.equal(await page.getByLabel("Dorp", { exact: true }).getAttribute("aria-invalid"), "true");
  assert.equal(await status(page).getAttribute("role"), "status");

  await page.getByRole("button", { name: "Wis" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".dp-search-status").textContent === "");
  assert.ok(await page.locator(".dp-index").isVisible(), "the agenda of the page is back");
  assert.equal(await page.getByLabel("Dorp", { exact: true }).getAttribute("aria-invalid"), "false", "an empty field is not wrong");
  await page.locator("#dp-sift-kind").selectOption("koffieochtend");
  await hears(page, /activiteiten gevonden/);
  const before = (await found(page)).length;
  const more = page.getByRole("button", { name: "Kijk verder" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll(".dp-sifted .dp-event").length > before, before);
  // The focus moves to the first added event, once all of them are there.
  await page.waitForFunction((before) => {
    const [...events] = document.querySelectorAll(".dp-sifted .dp-event");
    return events.indexOf(document.activeElement.closest(".dp-event")) === before;
  }, before);
});

test("without the script, or without its files, the agenda is still there", all, async (t) => {
  const plain = await tab(t, browser, { javaScriptEnabled: false });
  await plain.goto(`${made.address}/agenda/`);
  assert.ok(!await plain.locator(".dp-sift").isVisible());
  await plain.getByRole("link", { name: /Alles op 25 november/ }).click();
  assert.equal(await plain.locator("h1").textContent(), "Woensdag 25 november 2026");
  const page = await tab(t, browser);
  await page.route("**/*.json", (route) => route.abort());
  await page.goto(`${made.address}/agenda/`);
  await page.locator("#dp-sift-kind").selectOption("muziek");
  await hears(page, /Zoeken lukt nu niet/);
  assert.ok(await page.locator(".dp-index").isVisible());
});

const KINDS = [
  "/", "/agenda/", "/agenda/2026/11/25/", "/agenda/2026/11/", "/agenda/soort/muziek/", "/dorpen/", "/dorpen/wester/",
  "/gemeenten/gemeente-1/", "/gemeenten/gemeente-1/locaties/", "/locaties/", "/noodsteunpunt/", "/nieuws/", "/ontmoeting/",
];
for (const [colorScheme, width] of [["light", 360], ["dark", 1280]]) {
  test(`no page of a portal has a barrier, and all of them fit, ${colorScheme}, ${width} pixels wide`, all, async (t) => {
    const page = await tab(t, browser, { colorScheme, viewport: { width, height: 800 } });
    await bringJudge(page);
    const wrong = [];
    for (const path of KINDS) {
      await page.goto(made.address + path);
      if (path === "/agenda/") {
        await page.locator("#dp-sift-kind").selectOption("muziek");
        await hears(page, /gevonden/);
      }
      wrong.push(...await barriers(page));
      wrong.push(...(await page.evaluate(misfits)).map((words) => `${path}: ${words}`));
    }
    nothing(wrong);
  });
}

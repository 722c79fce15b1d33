// Tests the preview in a real browser, as an editor of the site sees it. Usage: tests/browser/run PROGRAM preview
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { isDeepStrictEqual } from "node:util";

import { DAY, PATIENCE, startBrowser, village } from "./village.mjs";

const ENTRY = "agenda/koffieochtend.md";
const PAGE = "/agenda/koffieochtend/";
const skip = process.env.PROGRAM ? false : "without a program to try: tests/browser/run PROGRAM";
const all = { skip, timeout: 4 * PATIENCE };

let browser;
before(async () => {
  if (!skip) browser = await startBrowser();
});
after(() => browser?.close());

const mark = (page) => page.evaluate(() => { window.stayed = true; });
const stayed = (page) => page.evaluate(() => window.stayed === true);
const shows = (page, words) => page.getByText(words).first().waitFor();
const counts = (page, words) => page.locator(".dpp-counter", { hasText: words }).waitFor();
const told = (page) => page.locator(".dpp-panel .dpp-remark").evaluateAll((items) => items.map((item) => ({
  message: item.querySelector(".dpp-message").lastChild.textContent.trim(),
  place: item.querySelector(".dpp-place").textContent,
  hint: item.querySelector(".dpp-hint")?.textContent ?? null,
  correction: item.querySelector(".dpp-correction + pre")?.textContent ?? null,
  excerpt: item.querySelector("pre")?.textContent ?? "",
})));
/** Waits until the list shows exactly these messages; an update may still be on its way. */
async function tells(page, all) {
  for (const until = Date.now() + PATIENCE; Date.now() < until && !isDeepStrictEqual(await told(page), all);) {
    await page.waitForTimeout(50);
  }
  assert.deepEqual(await told(page), all);
}
const expected = (remarks) => remarks.map(({ message, file, line, column, hint, correction, excerpt }) => ({
  message, place: line ? `${file}:${line}:${column}` : file, hint, correction, excerpt,
}));

test("new text appears without a reload, and the scroll position stays", all, async (t) => {
  const { open, change } = await village(t, browser);
  const page = await open(PAGE);
  await page.locator("main details summary").click();
  await page.evaluate(() => scrollTo(0, 431));
  await page.waitForFunction(() => scrollY === 431);
  change(ENTRY, "Iedereen is welkom", "Jullie zijn allemaal welkom");
  await shows(page, "Jullie zijn allemaal welkom");
  await page.waitForLoadState("load");
  await page.waitForFunction(() => Math.abs(scrollY - 431) <= 2);
  assert.equal(await page.locator("main details").getAttribute("open"), "");
});

test("a new colour is applied without loading the page again", all, async (t) => {
  const { open, change } = await village(t, browser);
  const page = await open(PAGE);
  await mark(page);
  const look = () => page.evaluate(() => ({
    colour: getComputedStyle(document.querySelector(".dp-facts a")).color,
    sheets: document.querySelectorAll('link[rel="stylesheet"]:not(.dpp-style)').length,
  }));
  const old = await look();
  change("site.yaml", 'kleur: "#4d6333"', 'kleur: "#7a1f5c"');
  await page.waitForFunction(({ colour, sheets }) => document.querySelectorAll('link[rel="stylesheet"]:not(.dpp-style)').length === sheets
    && getComputedStyle(document.querySelector(".dp-facts a")).color !== colour, old);
  assert.ok(await stayed(page), "the page was loaded again");
});

/** Returns a few colours of a picture, to tell it from another. */
const colours = (page, picture) => page.evaluate(async (which) => {
  const photo = document.querySelector(which);
  await photo.decode().catch(() => {});
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  canvas.getContext("2d").drawImage(photo, 0, 0, 8, 8);
  return [...canvas.getContext("2d").getImageData(0, 0, 8, 8).data].join();
}, picture);

/** Waits until a picture changes. While the page is loading again, the check is repeated. */
async function becomesAnother(page, picture, old) {
  const now = () => colours(page, picture).catch(() => old);
  for (const until = Date.now() + PATIENCE; Date.now() < until && await now() === old;) await page.waitForTimeout(50);
  assert.notEqual(await colours(page, picture), old);
}

test("a new photo under the same name is shown at once", all, async (t) => {
  const { open, replace } = await village(t, browser);
  const page = await open(PAGE);
  const photo = 'main img[src*="koffietafel"]';
  await page.locator(photo).scrollIntoViewIfNeeded();
  const old = await colours(page, photo);
  replace("media/koffietafel.jpg", "media/koor.jpg");
  await becomesAnother(page, photo, old);
});

// The address of a picture changes with its bytes, so the page is updated too.
test("a new drawing is shown without a reload by the reader", all, async (t) => {
  const { open, change } = await village(t, browser);
  const page = await open(PAGE);
  const old = await colours(page, ".dp-crest");
  change("media/wapen.svg", 'fill="#6f8240"', 'fill="#ff00ff"');
  await becomesAnother(page, ".dp-crest", old);
});

test("notes are counted and listed too", all, async (t) => {
  const { open, change, remarks } = await village(t, browser);
  const page = await open("/locaties/brink/");
  change("agenda/borrel.md", "---\n", "---\nconcept: ja\n");
  await counts(page, /opmerking/);
  await tells(page, expected(remarks()));
  assert.ok(!(await page.locator(".dpp-panel").isVisible()), "the list opens by itself");
});

test("errors appear in the words of check, over the last good page", all, async (t) => {
  const { open, change, remarks } = await village(t, browser);
  const page = await open(PAGE);
  change("agenda/borrel.md", "../paginas/vrijwilliger.md", "../paginas/vrijwiliger.md");
  change(ENTRY, "locatie: de-esrand", 'locatie: "de <b>esrant</b> & \'zo\'"');
  change(ENTRY, "begin: 10.00", "begin: 30.00");
  const all = expected(remarks());
  assert.ok(all.length >= 3, JSON.stringify(all));
  await counts(page, `${all.length} fouten`);
  await page.locator(".dpp-panel").waitFor();
  await tells(page, all);
  const good = async () => {
    assert.equal(await page.locator("h1").textContent(), "Koffieochtend");
    await shows(page, "Iedereen is welkom");
  };
  await good();
  await page.reload();
  await page.locator(".dpp-panel").waitFor();
  await tells(page, all);
  await good();

  change("agenda/borrel.md", "../paginas/vrijwiliger.md", "../paginas/vrijwilliger.md");
  change(ENTRY, 'locatie: "de <b>esrant</b> & \'zo\'"', "locatie: de-esrand");
  change(ENTRY, "begin: 30.00", "begin: 10.00");
  await page.locator(".dpp-panel").waitFor({ state: "hidden" });
  await page.locator(".dpp-counter").waitFor({ state: "hidden" });
});

test("a page that has not changed is not loaded again", all, async (t) => {
  const { open, change } = await village(t, browser);
  const [page, other] = [await open("/locaties/brink/"), await open(PAGE)];
  await mark(page);
  change(ENTRY, "Iedereen is welkom", "Jullie zijn allemaal welkom");
  await shows(other, "Jullie zijn allemaal welkom");
  // Updates arrive in order: a page that knows of the error has also heard of the text.
  change(ENTRY, "locatie: de-esrand", "locatie: de-esrant");
  await counts(page, "1 fout");
  assert.ok(await stayed(page), "the page was loaded again");
});

test("a warning is counted, and listed on request", all, async (t) => {
  const { open, add, remarks } = await village(t, browser);
  const page = await open(PAGE);
  add(ENTRY, '\n<b style="color:red">Rood</b>\n');
  await counts(page, "1 waarschuwing");
  await page.locator(".dp-text b").waitFor();
  await counts(page, "1 waarschuwing");
  await tells(page, expected(remarks()));
  assert.ok(!(await page.locator(".dpp-panel").isVisible()), "the list opens by itself");
  await page.locator(".dpp-counter").click();
  await page.locator(".dpp-panel .dpp-remark").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".dpp-panel").waitFor({ state: "hidden" });
});

test("in follow mode the preview goes to the page that was saved", all, async (t) => {
  const { open, change } = await village(t, browser);
  const [page, other] = [await open("/locaties/brink/"), await open(PAGE)];
  await mark(page);
  change(ENTRY, "Iedereen is welkom", "Jullie zijn allemaal welkom");
  await shows(other, "Jullie zijn allemaal welkom");
  assert.equal(new URL(page.url()).pathname, "/locaties/brink/");

  await page.getByLabel("volg wat ik bewaar").check();
  change("agenda/borrel.md", "Staat de vlag uit", "Hangt de vlag uit");
  await page.waitForURL("**/agenda/borrel/");
  await shows(page, "Hangt de vlag uit");
  assert.ok(await page.getByLabel("volg wat ik bewaar").isChecked());
  change(ENTRY, "Jullie zijn allemaal welkom", "Kom er gerust bij");
  await page.waitForURL(`**${PAGE}`);
  await shows(page, "Kom er gerust bij");
});

const PAGES = [
  "/", "/agenda/", "/agenda/2026/11/", "/agenda/2026/week-48/", "/agenda/2026/11/25/", PAGE, "/locaties/de-esrand/",
  "/organisaties/seniorenvereniging/", "/agenda/abonneren/", "/ontmoeting/",
];

/** Opens every page, and returns what is wrong with each. */
async function visit({ open, address }, setup, look) {
  const page = await open(null, setup);
  const wrong = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== address) wrong.push(`${page.url()} requests ${request.url()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) wrong.push(`${answer.url()} answers ${answer.status()}`);
  });
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) wrong.push(`${page.url()} says ${line.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`${page.url()} breaks: ${error.message}`));
  if (setup.moment) await page.clock.setFixedTime(setup.moment);
  for (const path of PAGES) {
    const answer = await page.goto(address + path);
    assert.equal(answer.status(), 200, path);
    await page.locator(".dpp-follow").waitFor();
    wrong.push(...(await look(page)).map((words) => `${path}: ${words}`));
  }
  return wrong;
}

/** Returns what is too wide for a page; empty if everything fits. */
const tooWide = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll("body *")]
    .filter((item) => item.getBoundingClientRect().right > clientWidth + 1)
    .map((item) => `${item.tagName}.${item.className}`);
  return [`${scrollWidth} wide in ${clientWidth}: ${out.slice(0, 8).join(", ")}`];
});

test("the preview makes no outside requests and logs no errors", all, async (t) => {
  assert.deepEqual(await visit(await village(t, browser), {}, async () => []), []);
});

test("every page fits on a small phone", all, async (t) => {
  const setup = { viewport: { width: 320, height: 640 } };
  assert.deepEqual(await visit(await village(t, browser), setup, tooWide), []);
});

test("today is the day in the village, also for a browser in another time zone", all, async (t) => {
  const site = await village(t, browser);
  // Shortly before and after midnight in the village, from places where it is another day.
  for (const [timezoneId, clock] of [["Asia/Tokyo", "23:30"], ["America/Los_Angeles", "00:30"]]) {
    const setup = { timezoneId, moment: new Date(`${DAY}T${clock}+01:00`), viewport: { width: 320, height: 640 } };
    const look = async (page) => {
      const there = await page.evaluate(() => new Date().toLocaleDateString("sv"));
      assert.notEqual(there, DAY, "this is not another day");
      const days = await page.locator(".dp-day:has(.dp-ahead)").evaluateAll((days) => days
        .map((day) => [day.querySelector(".dp-ahead").textContent.toLowerCase(), day.dataset.day])
        .filter(([word]) => word === "vandaag"));
      const wrong = days.filter(([, day]) => day !== DAY).map(([, day]) => `${day} is called today in ${timezoneId}`);
      if (new URL(page.url()).pathname === "/agenda/" && !days.length) wrong.push(`no day is today in ${timezoneId}`);
      return [...wrong, ...await tooWide(page)];
    };
    assert.deepEqual(await visit(site, setup, look), []);
  }
});

// Tests the search in a real browser, as a visitor uses it. Usage: tests/browser/run PROGRAM search
import assert from "node:assert/strict";
import test, { after, before } from "node:test";

import { DAY, PATIENCE, startBrowser, village } from "./village.mjs";

const skip = process.env.PROGRAM ? false : "without a program to try: tests/browser/run PROGRAM";
const all = { skip, timeout: 4 * PATIENCE };
const NOON = new Date(`${DAY}T12:00+01:00`);

let browser;
before(async () => {
  if (!skip) browser = await startBrowser();
});
after(() => browser?.close());

/** Opens the search page at the time of the tests, and records which files it fetches. */
async function searching(site, path = "/zoeken/", setup = {}) {
  const page = await site.open(null, setup);
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.clock.setFixedTime(NOON);
  await page.goto(site.address + path);
  return { page, fetched: () => fetched.filter((path) => path.endsWith(".json")) };
}

const titles = (page) => page.locator(".dp-found li a").allTextContents();
const status = (page) => page.locator(".dp-search-status");
/** Searches for words, and waits until the status matches. */
async function ask(page, words, says = /resulta/) {
  await status(page).evaluate((status) => { status.textContent = ""; });
  await page.getByLabel("Wat zoek je?").fill(words);
  await page.keyboard.press("Enter");
  await hears(page, says);
}
async function hears(page, says) {
  await status(page).filter({ hasText: says }).waitFor();
  return status(page).textContent();
}

test("the index is not fetched before somebody searches, and then only a small part", all, async (t) => {
  const { page, fetched } = await searching(await village(t, browser));
  await page.getByLabel("Wat zoek je?").waitFor();
  assert.deepEqual(fetched(), []);
  await ask(page, "koffieochtend");
  assert.equal(fetched().length, 1, fetched().join());
  assert.equal((await titles(page))[0], "Koffieochtend");
});

test("a word is found in other forms, in compounds, and with a typing error", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  await ask(page, "straten");
  await ask(page, "ochtend");
  assert.ok((await titles(page)).includes("Koffieochtend"), await titles(page));
  await ask(page, "kofieochtned", /lijkt erop/);
  assert.equal((await titles(page))[0], "Koffieochtend");
  await ask(page, "joffieochtend", /lijkt erop/);
  await ask(page, "qwertyuiop", /Niets gevonden/);
  await page.getByRole("heading", { name: "Alles van A tot Z" }).waitFor();
});

test("two words are found as one, and one word as two", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  await ask(page, "oudpapier");
  assert.equal((await titles(page))[0], "Oud papier");
  await ask(page, "dorps huis");
  assert.ok((await titles(page)).slice(0, 3).some((title) => /dorpshuis/i.test(title)), await titles(page));
  await ask(page, "dorps huis tarieven");
  await ask(page, "kerst boom");
  assert.ok((await titles(page)).includes("Kerstbomen inzamelen"), await titles(page));
  await ask(page, "lutterrivier", /Niets gevonden/);
});

test("headings that the program adds are found, and so are generated pages", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  for (const words of ["openingstijden dorpshuis", "tarieven dorpshuis", "zaal huren dorpshuis"]) {
    await ask(page, words);
    assert.equal((await titles(page))[0], "De Esrand", words);
  }
  for (const [words, title] of [["noodsteunpunt", "Noodsteunpunt"], ["agenda", "Agenda"], ["privacy", "Privacy"]]) {
    await ask(page, words);
    assert.equal((await titles(page))[0], title);
  }
});

test("a question in ordinary words finds its subject", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  for (const [words, title] of [
    ["wanneer is het eetpunt", "Eetpunt"], ["hoe laat begint de kerkdienst", "Kerkdienst"],
    ["ik wil vrijwilliger worden", /NLdoet|vrijwilliger/i],
  ]) {
    await ask(page, words);
    assert.match((await titles(page))[0], new RegExp(title), words);
  }
});

test("if nothing has all the words, what has most of them is shown, and the page says so", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  await ask(page, "ophalen oud papier xylofoon", /Niet alle woorden staan bij elkaar.* \d+ resulta/);
  assert.equal((await titles(page))[0], "Oud papier");
  await ask(page, "koffieochtend xylofoon", /Niet alle woorden/);
  assert.ok((await titles(page)).every((title) => title !== "Oud papier"), await titles(page));
  await ask(page, "koffieochtend");
  assert.doesNotMatch(await status(page).textContent(), /Niet alle woorden/);
});

test("a date in a query is a date, not a word", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  const notes = () => page.locator(".dp-found li span").allTextContents();
  // News that has all the words comes last.
  const days = async () => (await notes()).flatMap((note) => note.match(/^Agenda · (.*)/)?.[1] ?? []);
  for (const words of ["9 december", "woensdag 9 december", "wat is er op 9 december 2026 te doen", "wo 9 dec"]) {
    await ask(page, words);
    assert.ok((await titles(page)).includes("Eetpunt"), words);
    assert.deepEqual([...new Set(await days())], ["woensdag 9 december 2026"], words);
  }
  await ask(page, "woensdag");
  // The garden is open on Saturdays, and from April also on Wednesdays.
  const shown = await days();
  assert.ok(shown.length > 3 && shown.every((day) => day.startsWith("woensdag ")), shown.join());
  assert.equal(shown[0], "woensdag 25 november 2026");
  await ask(page, "wat is er morgen te doen");
  assert.deepEqual([...new Set(await days())], ["donderdag 26 november 2026"]);
  for (const [words, fits] of [
    ["is er vanavond iets", /^woensdag 25 november 2026/], ["komend weekend", /^(zaterdag 28|zondag 29) november 2026/],
    ["zaterdagmiddag", /^zaterdag /],
  ]) {
    await ask(page, words);
    const told = await days();
    assert.ok(told.length > 0 && told.every((day) => fits.test(day)), `${words}: ${told}`);
  }
  await ask(page, "eetpunt 9 december");
  assert.equal((await titles(page))[0], "Eetpunt");
  await ask(page, "eetpunt 10 december", /Niet alle woorden/);
  assert.ok(!(await titles(page)).includes("Eetpunt"), await titles(page));
});

test("one letter is too short, and the page says so", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  await ask(page, "a", /minstens twee letters/);
  assert.ok(!await page.locator(".dp-found").isVisible());
  await ask(page, "ag");
  assert.doesNotMatch(await status(page).textContent(), /minstens/);
});

test("results have an address to share, and the back button returns to them", all, async (t) => {
  const site = await village(t, browser);
  const { page } = await searching(site);
  await ask(page, "koffie");
  const first = await titles(page);
  assert.equal(new URL(page.url()).search, "?q=koffie");
  await ask(page, "kerk");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#dp-q").value === "koffie");
  await page.locator(".dp-found li a", { hasText: first[0] }).first().waitFor();
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("#dp-q").value === "kerk");

  await page.locator(".dp-found li a").first().click();
  await page.waitForURL((url) => url.pathname !== "/zoeken/");
  await page.goBack();
  await hears(page, /resulta/);
  assert.equal(await page.locator("#dp-q").inputValue(), "kerk");
  const shared = await searching(site, "/zoeken/?q=koffie&soort=agenda&wanneer=komt");
  await hears(shared.page, /resulta/);
  assert.equal(await shared.page.locator("#dp-when").inputValue(), "komt");
});

test("kinds and days narrow down the results", all, async (t) => {
  const { page, fetched } = await searching(await village(t, browser));
  await page.getByLabel("Wanneer").selectOption("deze week");
  await hears(page, /resulta/);
  assert.deepEqual(fetched(), [], "days are on the page");
  const week = await titles(page);
  assert.ok(week.includes("Eetpunt") && !week.includes("Dorpsfeest"), week.join());
  await page.getByLabel("Wanneer").selectOption("geweest");
  await page.getByLabel("Waarin").selectOption("Agenda");
  await page.locator(".dp-found li a", { hasText: "Herfstwandeling" }).waitFor();
  assert.ok(!(await titles(page)).includes("Eetpunt"));
  await page.getByLabel("Wanneer").selectOption("altijd");
  await page.getByLabel("Waarin").selectOption("Locaties");
  await ask(page, "esrand");
  assert.deepEqual([...new Set(await page.locator(".dp-found li span").allTextContents())], ["Locaties"]);
});

test("titles that match come before texts that match", all, async (t) => {
  const { page } = await searching(await village(t, browser));
  await ask(page, "dorpsraad");
  const found = await titles(page);
  assert.ok(found.slice(0, 3).every((title) => /dorpsraad/i.test(title)), found.join());
});

test("the search works with the keyboard, and announces its results", all, async (t) => {
  const { page } = await searching(await village(t, browser), "/zoeken/?q=dorp");
  await hears(page, /resulta/);
  assert.equal(await status(page).getAttribute("role"), "status");
  await page.locator("#dp-q").focus();
  const passed = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press("Tab");
    passed.push(await page.evaluate(() => document.activeElement.id || document.activeElement.localName));
  }
  assert.deepEqual(passed, ["dp-kind", "dp-when", "button", "a"]);
  const more = page.getByRole("button", { name: "Laat meer zien" });
  await more.focus();
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => [...document.querySelectorAll(".dp-found li")]
    .findIndex((item) => item.contains(document.activeElement)));
  assert.equal(at, 20);
});

test("on a phone, submitting scrolls the results into view and closes the keyboard", all, async (t) => {
  const { page } = await searching(await village(t, browser), "/zoeken/", { viewport: { width: 360, height: 740 } });
  const at = () => page.evaluate(() => document.activeElement.id || document.activeElement.role);
  await ask(page, "koffie");
  await page.waitForFunction(() => document.activeElement.id === "dp-found");
  const comesUp = () => page.waitForFunction(() => {
    const { top } = document.querySelector("[role=status]").getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });
  await comesUp();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), (await titles(page))[0]);
  await page.getByLabel("Wat zoek je?").fill("qwertyuiop");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await page.waitForFunction(() => document.activeElement.matches("[role=status]"));
  await comesUp();
  // After an empty query the focus stays.
  await page.getByLabel("Wat zoek je?").fill("");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "");
  assert.equal(await at(), "dp-q");
});

test("typing is enough", all, async (t) => {
  const site = await village(t, browser);
  const page = await site.open("/zoeken/");
  await page.getByLabel("Wat zoek je?").pressSequentially("koffieo", { delay: 20 });
  await page.locator(".dp-found li a", { hasText: "Koffieochtend" }).first().waitFor();
  await page.waitForFunction(() => location.search === "?q=koffieo");
});

test("without the index, titles are searched; without the script, there is a list", all, async (t) => {
  const site = await village(t, browser);
  const { page } = await searching(site);
  await page.route("**/*.json*", (route) => route.abort());
  await ask(page, "koffieochtend", /alleen in de titels/);
  assert.equal((await titles(page))[0], "Koffieochtend");

  const plain = await site.open("/zoeken/?q=koffie", { javaScriptEnabled: false });
  assert.ok(await plain.getByRole("heading", { name: "Alles van A tot Z" }).isVisible());
  assert.ok(!await plain.locator("#dp-q").isVisible());
  await plain.getByRole("link", { name: "Koffieochtend", exact: true }).first().click();
  assert.equal(await plain.locator("h1").textContent(), "Koffieochtend");
});

test("the page fits on a small phone, and prints without the form", all, async (t) => {
  const setup = { viewport: { width: 320, height: 640 } };
  const { page } = await searching(await village(t, browser), "/zoeken/?q=dorp", setup);
  await hears(page, /resulta/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator("#dp-q").isVisible());
  assert.ok(await page.locator(".dp-found li a").first().isVisible());
});

// A site that is not rebuilt stays true: what is over is not shown as coming up, and the pages say how old they are.
import assert from "node:assert/strict";
import { basename, dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import { EXAMPLE } from "./example.mjs";
import { serve, site, small } from "./site.mjs";
import { spread } from "./types.mjs";
import { all, nothing, skip, tab } from "./visit.mjs";
import { startBrowser } from "./village.mjs";

const BUILT = "2026-11-04";
const NOTE = "[data-built]";

let browser, old;
before(async () => {
  if (skip) return;
  browser = await startBrowser();
  old = await site(EXAMPLE, BUILT);
});
after(async () => {
  await browser?.close();
  await old?.end();
});

/** Opens a tab in which it is a given moment. */
async function at(t, moment, setup = {}) {
  const page = await tab(t, browser, setup);
  await page.clock.setFixedTime(new Date(moment));
  return page;
}

/** Finds what a page shows in the wrong tense: days that are over, where nothing says that they are. */
function untrue([today, built]) {
  const main = document.querySelector("main");
  const seen = (item) => item.checkVisibility();
  const says = (item, words) => item && seen(item) && item.innerText.includes(words);
  const isOver = [...main.querySelectorAll("p")].some((line) => says(line, "is geweest") || says(line, "zijn voorbij"));
  const words = [...main.querySelectorAll("time[datetime]")].filter(seen).flatMap((time) => {
    const event = time.closest(".dp-event");
    const days = [...(event ?? time).querySelectorAll("time"), time].map((one) => one.dateTime.slice(0, 10));
    // A week, a month or a printed sheet keeps its days; the events on them are marked as over.
    const sheet = [...(time.closest(".dp-sheet")?.querySelectorAll("time") ?? [])].map((one) => one.dateTime);
    const ofMonth = location.pathname.endsWith("/maand/") && today.slice(0, 7) === built.slice(0, 7);
    const whole = (sheet.length && ofMonth) || sheet.sort().at(-1) >= today || time.closest("[data-over] .dp-day-title, .dp-month");
    const told = whole || time.closest(".dp-past, .dp-news-item") || says(event?.querySelector(".dp-now"), "geweest")
      // An event that did not take place says so itself.
      || time.closest("[data-over] :is(.dp-event-cancelled, .dp-event-away)");
    // An event that is still going on is listed under the day on which it began.
    const under = time.closest(".dp-day-title") && time.closest(".dp-day").querySelector(".dp-event:not([hidden]) time:nth-of-type(2)");
    return told || isOver || under || days.sort().at(-1) >= today ? [] : [time.parentElement.innerText];
  });
  for (const cell of main.querySelectorAll(".dp-today time")) if (cell.dateTime !== today) words.push(`today: ${cell.dateTime}`);
  for (const label of main.querySelectorAll(".dp-ahead:not([hidden])")) {
    const day = label.closest(".dp-day").dataset.day;
    const meant = { vandaag: 0, morgen: 1 }[label.textContent];
    if (Date.parse(day) !== Date.parse(today) + meant * 864e5) words.push(`${label.textContent}: ${day}`);
  }
  for (const link of main.querySelectorAll(".dp-chips a")) {
    const [, what] = link.textContent.match(/^(?:Deze|Volgende) (week|maand)$/) ?? [];
    const isSame = what === "maand" && today.slice(0, 7) === built.slice(0, 7);
    if (what && seen(link) && !isSame) words.push(`${link.textContent} leads to ${link.pathname}`);
  }
  return words;
}

/** The pages that show dates: one of each type, and pages of past days and of the present ones. */
function pages() {
  const now = ["/agenda/2026/11/", "/agenda/2026/11/04/", "/agenda/2026/11/25/", "/agenda/2026/week-45/", "/agenda/2026/week-48/", "/prikbord/"];
  const there = new Set(old.pages.map(({ path }) => path));
  const types = spread(old.pages).filter((path) => path === "/" || /^\/(agenda|locaties|organisaties|prikbord|zoeken)\//.test(path));
  const gone = old.pages.filter(({ html }) => /data-from="2026-11-(0|1)/.test(html)).map(({ path }) => path);
  return [...new Set([...now.filter((path) => there.has(path)), ...types, ...gone.slice(0, 5)])];
}

for (const [today, weeks, which] of [
  ["2026-11-25", "3 weken geleden", /./], ["2026-11-26", "3 weken geleden", /./],
  ["2026-12-02", "4 weken geleden", /^\/$|^\/agenda\/(2026|$)|^\/prikbord\//],
]) {
  test(`built on 4 November and opened on ${today}, no page shows what is over as coming up, and each says how old it is`, all, async (t) => {
    const page = await at(t, `${today}T12:00+01:00`);
    const wrong = [];
    const list = pages().filter((path) => which.test(path));
    assert.ok(list.length > 7, list.join());
    for (const path of list) {
      await page.goto(old.address + path);
      wrong.push(...(await page.evaluate(untrue, [today, BUILT])).map((words) => `${path} shows ${words}`));
      const note = await page.locator(NOTE).innerText();
      if (!note.includes("voor het laatst bijgewerkt op 4 november 2026") || !note.includes(weeks)) wrong.push(`${path} says “${note}”`);
    }
    nothing(wrong);
  });
}

for (const [moment, path, level, first, last, isBelow] of [
  ["2026-11-25T12:00+01:00", "/", "H3", "2026-11-25", "2026-12-06"],
  ["2027-01-01T12:00+01:00", "/", "H3", "2027-01-02", "2027-01-10"],
  ["2027-01-01T12:00+01:00", "/", "H3", "2027-01-02", "2027-01-10", true],
  ["2027-01-01T12:00+01:00", "/agenda/", "H2", "2027-01-02", "2027-01-10"],
]) {
  const where = isBelow ? `${path} below a folder of the host` : path;
  test(`opened on ${moment}, ${where} continues with that week and the next, as its own events are over`, all, async (t) => {
    const page = await at(t, moment);
    // As on GitHub, where many sites share one address.
    const around = isBelow ? await serve(dirname(old.output)) : old;
    if (isBelow) t.after(around.close);
    await page.goto(around.address + (isBelow ? `/${basename(old.output)}` : "") + path);
    await page.waitForFunction(() => document.querySelector(".dp-day:not([hidden])"));
    const days = await page.evaluate(() => [...document.querySelectorAll(".dp-day:not([hidden])")].map((day) => ({
      day: day.dataset.day,
      level: day.querySelector(".dp-day-title").tagName,
      ahead: day.querySelector(".dp-ahead:not([hidden])")?.textContent,
      links: [...day.querySelectorAll(".dp-event:not([hidden]) a")].map((link) => link.href),
    })));
    const dates = days.map(({ day }) => day);
    assert.equal(dates[0], first);
    assert.ok(dates.at(-1) <= last && dates.at(-1) > first, dates.join());
    assert.ok(path === "/" ? dates.length === 5 : dates.length > 5, dates.join());
    assert.deepEqual(dates, [...new Set(dates)].sort());
    assert.ok(days.every((day) => day.level === level), JSON.stringify(days));
    assert.equal(days[0].ahead, moment.startsWith(first) ? "vandaag" : "morgen");
    for (const link of new Set(days.flatMap(({ links }) => links))) {
      assert.equal((await page.request.get(link)).status(), 200, link);
    }
    assert.deepEqual(await page.evaluate(untrue, [moment.slice(0, 10), BUILT]), []);
    const quiet = page.locator(".dp-home-quiet");
    if (path === "/") assert.equal(await quiet.isVisible(), !moment.startsWith(first));
  });
}

test("an exhibition of weeks is once in a list that continues, and does not crowd out other events", all, async (t) => {
  const built = await small(t, BUILT, {
    "agenda/koffie.md": "---\ntitel: Koffie\nherhaling: elke dag\nvanaf: 4 november 2026\ntot: 22 november 2026\nbegin: 10.00\n---\n",
    "agenda/expositie.md": "---\ntitel: Expositie\ndatum: 23 november 2026\neinddatum: 4 december 2026\n---\n",
    "agenda/bingo.md": "---\ntitel: Bingo\ndatum: 28 november 2026\nbegin: 19.00\n---\n",
    "agenda/quiz.md": "---\ntitel: Quiz\ndatum: 2 december 2026\nbegin: 20.00\n---\n",
    "agenda/lang.md": "---\ntitel: Lang\ndatum: 5 november 2026\neinddatum: 31 januari 2027\n---\n",
  });
  const page = await at(t, "2026-11-28T12:00+01:00");
  await page.goto(built.address);
  await page.getByRole("link", { name: "Bingo" }).waitFor();
  const shown = await page.evaluate(() => [...document.querySelectorAll(".dp-day:not([hidden])")].map((day) =>
    [day.dataset.day, ...[...day.querySelectorAll(".dp-event:not([hidden]) a")].map((link) => link.innerText)].join(" ")));
  assert.deepEqual(shown, ["2026-11-05 Lang", "2026-11-28 Expositie Bingo", "2026-12-02 Quiz"]);
  assert.equal(await page.locator(".dp-home-quiet").isVisible(), false);
});

test("without a network, a list that has run out is empty, and nothing else is wrong", all, async (t) => {
  const page = await at(t, "2026-11-25T12:00+01:00");
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  let refused = 0;
  await page.route("**/week-*/", (route) => route.abort());
  page.on("requestfailed", () => { refused += 1; });
  await page.goto(old.address);
  await page.waitForFunction(() => document.readyState === "complete");
  while (refused < 2) await page.waitForTimeout(20);
  await page.waitForTimeout(100);
  assert.equal(await page.locator(".dp-day:visible").count(), 0);
  assert.ok(await page.getByRole("link", { name: "Hele agenda" }).isVisible());
  assert.deepEqual(errors, []);
});

test("the note says whom to ask", all, async (t) => {
  const page = await at(t, "2026-11-25T12:00+01:00");
  await page.goto(`${old.address}/agenda/`);
  const note = page.locator(NOTE);
  assert.match(await note.innerText(), /Er kan intussen iets veranderd zijn\. Vraag het bij twijfel na: 0529/);
  assert.equal(await note.getByRole("link", { name: "site@lutterwolde.example" }).getAttribute("href"), "mailto:site@lutterwolde.example");
});

test("without the script, past events show, so the check of these tests works", all, async (t) => {
  const page = await at(t, "2026-11-25T12:00+01:00");
  await page.route("**/*.js", (route) => route.abort());
  for (const path of ["/", "/agenda/", "/agenda/2026/11/", "/locaties/de-esrand/", "/prikbord/"]) {
    await page.goto(old.address + path);
    assert.ok((await page.evaluate(untrue, ["2026-11-25", BUILT])).length, path);
  }
});

test("the search 'from today' finds only what is coming up", all, async (t) => {
  const page = await at(t, "2026-11-25T12:00+01:00");
  await page.goto(`${old.address}/zoeken/`);
  await page.getByLabel("Wanneer").selectOption({ index: 1 });
  const notes = page.locator(".dp-found li span");
  await notes.first().waitFor();
  const days = (await notes.allTextContents()).flatMap((words) => words.match(/(\d+) november 2026/)?.[1] ?? []);
  assert.ok(days.length, "it finds what is on in the remaining days of November");
  assert.ok(days.every((day) => Number(day) >= 25), days.join());
});

test("a fresh site has no note, and neither has one that is just young enough", all, async (t) => {
  for (const [days, says] of [["2026-11-04", false], ["2026-11-11", false], ["2026-11-12", true]]) {
    const page = await at(t, `${days}T12:00+01:00`);
    await page.goto(`${old.address}/`);
    assert.equal(await page.locator(NOTE).isVisible(), says, days);
  }
});

test("without JavaScript the page gives the date of the build, and no more", all, async (t) => {
  const page = await tab(t, browser, { javaScriptEnabled: false });
  for (const path of ["/", "/agenda/", "/noodsteunpunt/"]) {
    await page.goto(old.address + path);
    assert.ok(await page.locator("footer").getByText("Bijgewerkt op 4 november 2026").isVisible(), path);
    assert.equal(await page.locator(NOTE).isVisible(), false, path);
  }
});

test("the note also works from a USB stick, and offline from the cache of the browser", all, async (t) => {
  const stick = await at(t, "2026-11-25T12:00+01:00");
  await stick.goto(pathToFileURL(join(old.output, "index.html")).href);
  assert.match(await stick.locator(NOTE).innerText(), /3 weken geleden/);

  const page = await at(t, `${BUILT}T12:00+01:00`, { serviceWorkers: "allow" });
  await page.goto(`${old.address}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.goto(`${old.address}/noodsteunpunt/`);
  assert.equal(await page.locator(NOTE).isVisible(), false);
  await page.goto("about:blank");
  await page.context().setOffline(true);
  await page.clock.setFixedTime(new Date("2026-11-25T12:00+01:00"));
  const answer = await page.goto(`${old.address}/noodsteunpunt/`);
  assert.ok(answer.fromServiceWorker());
  assert.match(await page.locator(NOTE).innerText(), /3 weken geleden/);
});

test("the note is in the language of the page", all, async (t) => {
  const { address } = await small(t, BUILT, { "site.yaml": "naam: Klokdorp\nandere_talen: [en, de, fy, nds]\n" });
  const page = await at(t, "2026-11-25T12:00+01:00");
  for (const [path, words] of [["/", /3 weken geleden/], ["/en/", /3 weeks ago/], ["/de/", /vor 3 Wochen/], ["/fy/", /3 wiken lyn/], ["/nds/", /3 weken leden/]]) {
    await page.goto(address + path);
    assert.match(await page.locator(NOTE).innerText(), words, path);
  }
});

// The day of the village begins at midnight in Amsterdam, wherever the visitor is.
for (const [season, day, next, offset, built] of [
  ["summer", "2026-07-11", "2026-07-12", "+02:00", "2026-07-09"],
  ["winter", "2026-12-11", "2026-12-12", "+01:00", "2026-12-09"],
  ["the night when the clocks go back", "2026-10-25", "2026-10-26", "+01:00", "2026-10-23"],
]) {
  test(`a day ends at midnight in Amsterdam, in ${season}`, all, async (t) => {
    const event = (date, more) => `titel: ${more.split("\n")[0]}\ndatum: ${date}\n${more.split("\n").slice(1).join("\n")}\n`;
    const { address } = await small(t, built, {
      "site.yaml": "naam: Klokdorp\nhost: github\nmededeling:\n  tekst: De brug is dicht\n  tot: " + day + "\n",
      "agenda/dag.yaml": event(day, "Hele dag"),
      "agenda/avond.yaml": event(day, "Avond\nbegin: 19.30\neinde: 23.00"),
      "agenda/nacht.yaml": event(day, "Nacht\nbegin: 23.30\neinde: 0.30"),
      "agenda/morgen.yaml": event(next, "Ochtend\nbegin: 10.00\neinde: 11.00"),
    });
    for (const timezoneId of ["America/New_York", "Asia/Tokyo"]) {
      const midnight = Date.parse(`${next}T00:00${offset}`);
      const page = await at(t, midnight - 1, { timezoneId });
      const seen = async (path) => {
        await page.goto(address + path);
        const names = await page.locator(".dp-event:not([hidden]) .dp-event-title").allInnerTexts();
        const marks = page.locator(".dp-day:not([hidden]) .dp-ahead:not([hidden])");
        const labels = await marks.evaluateAll((all) => all.map((one) => `${one.textContent} ${one.closest(".dp-day").dataset.day}`));
        return { names: names.sort(), labels, note: await page.locator(NOTE).isVisible(), bridge: await page.getByText("De brug is dicht").isVisible() };
      };
      for (const path of ["/", "/agenda/"]) {
        await page.clock.setFixedTime(new Date(midnight - 1));
        assert.deepEqual(await seen(path), {
          names: ["Hele dag", "Nacht", "Ochtend"], labels: [`vandaag ${day}`, `morgen ${next}`], note: false, bridge: true,
        }, `${timezoneId} ${path}, before`);
        await page.clock.setFixedTime(new Date(midnight));
        assert.deepEqual(await seen(path), { names: ["Nacht", "Ochtend"], labels: [`vandaag ${next}`], note: true, bridge: false }, `${timezoneId} ${path}, after`);
      }
      assert.match(await page.locator(NOTE).innerText(), /3 dagen geleden/);
    }
  });
}

test("a page that stays open follows the days", all, async (t) => {
  const page = await at(t, `${BUILT}T12:00+01:00`);
  for (const path of ["/", "/agenda/", "/agenda/2026/11/"]) {
    await page.clock.setFixedTime(new Date(`${BUILT}T12:00+01:00`));
    await page.goto(old.address + path);
    await page.clock.setFixedTime(new Date("2026-11-11T12:00+01:00"));
    assert.notDeepEqual(await page.evaluate(untrue, ["2026-11-11", BUILT]), [], `${path}: before it is looked at`);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    assert.deepEqual(await page.evaluate(untrue, ["2026-11-11", BUILT]), [], path);
    const labels = await page.locator(".dp-day:not([hidden]) .dp-ahead:not([hidden])").allTextContents();
    assert.equal(labels.filter((label) => label === "vandaag").length, path.endsWith("11/") ? 0 : 1, `${path}: ${labels}`);
  }
});

test("an event that repeats without an end is never called over, and one with an end is", all, async (t) => {
  const { address } = await small(t, BUILT, {
    "agenda/feest.yaml": "titel: Feest\nherhaling: elk jaar op 27 april\nbegin: 10.00\neinde: 11.00\n",
    "agenda/salon.yaml": "titel: Salon\nherhaling: elke eerste dinsdag van de maand\nbegin: 10.00\neinde: 11.00\n",
    "agenda/cursus.yaml": "titel: Cursus\nherhaling: elke dinsdag\nvanaf: 2026-11-10\ntot: 2026-12-01\nbegin: 10.00\neinde: 11.00\n",
  });
  const page = await at(t, "2028-02-01T12:00+01:00");
  for (const [path, isOver] of [["feest", false], ["salon", false], ["cursus", true]]) {
    await page.goto(`${address}/agenda/${path}/`);
    assert.equal(await page.getByText("Deze activiteit is geweest").isVisible(), isOver, path);
    assert.equal(await page.locator("details.dp-details").isVisible(), !isOver, path);
  }
});

test("only an event with an end is said to be on now", all, async (t) => {
  const { address } = await small(t, BUILT, {
    "agenda/koor.yaml": `titel: Koor\ndatum: ${BUILT}\nbegin: 9.00\n`,
    "agenda/soos.yaml": `titel: Soos\ndatum: ${BUILT}\nbegin: 13.00\neinde: 15.00\n`,
  });
  const page = await at(t, `${BUILT}T14:00+01:00`);
  for (const path of ["/", "/agenda/", "/agenda/2026/11/04/"]) {
    await page.goto(address + path);
    const told = await page.locator(".dp-event:not([hidden])").evaluateAll((all) => all.map((one) => [one.querySelector("a").textContent, one.innerText.includes("nu bezig")]));
    assert.deepEqual(told.sort(), [["Koor", false], ["Soos", true]], path);
  }
});

test("an event that did not take place is not marked as over", all, async (t) => {
  const one = (name, more) => ({ [`agenda/${name}.yaml`]: `titel: ${name}\ndatum: 2026-11-05\nbegin: 10.00\neinde: 11.00\n${more}` });
  const { address } = await small(t, "2026-11-04", { ...one("Koor", ""), ...one("Lezing", "status: afgelast\n") });
  const page = await at(t, "2026-11-05T20:00+01:00");
  await page.goto(`${address}/agenda/2026/11/05/`);
  const told = await page.locator(".dp-event").evaluateAll((all) => all.map((one) => [one.querySelector("a").textContent, one.innerText.includes("geweest")]));
  assert.deepEqual(told.sort(), [["Koor", true], ["Lezing", false]]);
});

test("the home page says that nothing is on today on exactly those days", all, async (t) => {
  const one = (name, day) => ({ [`agenda/${name}.yaml`]: `titel: ${name}\ndatum: 2026-11-${day}\nbegin: 10.00\neinde: 11.00\n` });
  const { address } = await small(t, "2026-11-04", { ...one("een", "05"), ...one("twee", "06"), ...one("drie", "08") });
  const said = [];
  for (const moment of ["04T12:00", "05T09:00", "05T23:00", "06T09:00", "07T09:00", "08T09:00", "09T09:00"]) {
    const page = await at(t, `2026-11-${moment}+01:00`);
    await page.goto(address);
    said.push([moment, await page.getByText("Vandaag staat er niets in de agenda").isVisible()]);
  }
  assert.deepEqual(said, [
    ["04T12:00", true], ["05T09:00", false], ["05T23:00", false], ["06T09:00", false], ["07T09:00", true], ["08T09:00", false],
    ["09T09:00", false],
  ]);
});

test("five weeks after the build, pages of busy venues and clubs still show what is coming up, and no heading is empty", all, async (t) => {
  const day = (n) => new Date(Date.parse(BUILT) + n * 864e5).toISOString().slice(0, 10);
  const more = "locatie: hal\norganisator: club\nbegin: 10.00\neinde: 11.00\n";
  const once = Array.from({ length: 30 }, (_, n) => [`agenda/los-${n}.yaml`, `titel: Keer ${n}\ndatum: ${day(n * 2)}\n${more}`]);
  const { address } = await small(t, BUILT, {
    "locaties/hal.yaml": "naam: Hal\n",
    "organisaties/club.yaml": "naam: Club\n",
    "agenda/soos.yaml": "titel: Soos\nherhaling: elke dinsdag\nbegin: 19.00\neinde: 20.00\n",
    "agenda/was.yaml": "titel: Was\nherhaling: elke dinsdag\nvanaf: 2026-09-01\ntot: 2026-10-13\nbegin: 19.00\neinde: 20.00\n",
    ...Object.fromEntries(once),
  });
  for (const [weeks, left] of [[0, 12], [5, 10], [9, 0], [30, 0]]) {
    const page = await at(t, `${day(weeks * 7)}T09:00+01:00`);
    for (const path of ["/locaties/hal/", "/organisaties/club/"]) {
      await page.goto(address + path);
      const rows = page.locator("#dp-programme ~ .dp-programme > li:not([hidden])");
      assert.equal(await rows.count(), left, `${path} after ${weeks} weeks`);
      assert.equal(await page.locator(".dp-later").isVisible(), weeks === 0, `${path} after ${weeks} weeks`);
      // Later events are in the agenda of the venue or the club.
      assert.ok(await page.getByRole("link", { name: "Alles in de agenda" }).isVisible(), `${path} after ${weeks} weeks`);
    }
    for (const path of ["/", "/agenda/soos/", "/agenda/was/", "/locaties/hal/"]) {
      await page.goto(address + path);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await page.evaluate(bare), [], `${path} after ${weeks} weeks`);
    }
  }
  const later = await at(t, `${day(210)}T09:00+01:00`);
  await later.goto(`${address}/agenda/soos/`);
  assert.ok(!await later.getByText("De volgende keren").isVisible() && !await later.getByText("En zo verder").isVisible());
  await later.goto(`${address}/agenda/was/`);
  assert.ok(await later.getByText("13 oktober").first().isVisible());
  const plain = await tab(t, browser, { javaScriptEnabled: false });
  await plain.goto(`${address}/locaties/hal/`);
  await plain.getByText("Daarna", { exact: true }).click();
  assert.ok(await plain.getByText("Keer 27", { exact: true }).isVisible());
});

test("a village whose events are all over says that nothing is planned", all, async (t) => {
  const { address } = await small(t, BUILT, { "agenda/los.yaml": "titel: Los\ndatum: 2026-11-05\n" });
  const says = async (moment) => {
    const page = await at(t, moment);
    await page.goto(address);
    return page.getByText("Er staat nu niets in de agenda").isVisible();
  };
  assert.deepEqual([await says("2026-11-04T12:00+01:00"), await says("2026-12-04T12:00+01:00")], [false, true]);
});

/** Finds visible headings with nothing visible below them. */
function bare() {
  const seen = (item) => item.checkVisibility() && item.innerText.trim() !== "";
  const heads = [...document.querySelectorAll("main :is(h2, h3:not(.dp-card-title), dt)")].filter(seen);
  const below = (head) => {
    const all = [];
    for (let next = head.nextElementSibling; next && !next.matches("dt"); next = next.nextElementSibling) all.push(next);
    return all;
  };
  return heads.filter((head) => !below(head).some(seen)).map((head) => head.innerText);
}

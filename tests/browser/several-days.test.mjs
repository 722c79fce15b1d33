// What takes several days says when it begins and ends, and that it is on only at hours at which it surely is.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";

import { small } from "./site.mjs";
import { all, nothing, skip, tab } from "./visit.mjs";
import { startBrowser } from "./village.mjs";

let browser;
before(async () => {
  if (!skip) browser = await startBrowser();
});
after(() => browser?.close());

const event = (title, first, start, last, end) =>
  `titel: ${title}\ndatum: ${first}\nbegin: ${start}\neinddatum: ${last}\neinde: ${end}\n`;

const VILLAGE = {
  "agenda/kamp.yaml": event("Kamp", "2026-12-11", "18.00", "2026-12-13", "14.00"),
  "agenda/markt.yaml": event("Markt", "2026-12-11", "10.00", "2026-12-13", "17.00"),
  "agenda/feest.yaml": event("Feest", "2026-12-11", "20.00", "2026-12-12", "1.30"),
};

/** The title of each event that is shown, when it is, and whether the page says that it is on now. */
const shown = (page) => page.locator(".dp-event:not([hidden])").evaluateAll((events) => Object.fromEntries(events.map((one) => {
  const [when, on] = one.querySelector(".dp-event-time").innerText.replace(/\s+/g, " ").split(" nu bezig");
  return [one.querySelector("a").textContent, [when, on !== undefined]];
})));

test("the home page and the agenda say when it begins and ends, and that it is on at its hours and not in the nights between", all, async (t) => {
  const { address } = await small(t, "2026-12-11", VILLAGE);
  const page = await tab(t, browser);
  for (const path of ["/", "/agenda/"]) {
    const on = {};
    for (const moment of ["11T09:00", "11T12:00", "11T21:00", "12T01:00", "12T03:00", "12T12:00", "12T20:00", "13T16:00"]) {
      await page.clock.setFixedTime(new Date(`2026-12-${moment}+01:00`));
      await page.goto(address + path);
      const events = await shown(page);
      on[moment] = Object.keys(events).filter((title) => events[title][1]).sort().join(" ");
      assert.equal(events.Markt[0], "vr 11 dec – zo 13 dec, 10.00–17.00 uur", path);
      if (events.Kamp) assert.equal(events.Kamp[0], "vr 11 dec 18.00 – zo 13 dec 14.00", path);
      if (events.Feest) assert.equal(events.Feest[0], "vr 11 dec 20.00 – za 12 dec 1.30", path);
    }
    assert.deepEqual(on, {
      "11T09:00": "", "11T12:00": "Markt", "11T21:00": "Feest", "12T01:00": "Feest", "12T03:00": "", "12T12:00": "Markt",
      "12T20:00": "", "13T16:00": "Markt",
    }, path);
  }
});

test("a page that stays open stops saying so at the end of the day, and says it again the next day", all, async (t) => {
  const { address } = await small(t, "2026-12-11", VILLAGE);
  const page = await tab(t, browser);
  await page.clock.setFixedTime(new Date("2026-12-11T12:00+01:00"));
  await page.goto(address);
  const told = [];
  for (const moment of ["11T12:00", "11T17:00", "12T09:59", "12T10:00"]) {
    await page.clock.setFixedTime(new Date(`2026-12-${moment}+01:00`));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    told.push((await shown(page)).Markt[1]);
  }
  assert.deepEqual(told, [true, false, false, true]);
});

test("a time never breaks at its dash, also after days that take more than a line", all, async (t) => {
  const { address } = await small(t, "2026-12-11", VILLAGE);
  const broken = [];
  for (const width of [320, 360, 390, 414, 768, 1280]) {
    const page = await tab(t, browser, { viewport: { width, height: 800 } });
    for (const path of ["/", "/agenda/", "/agenda/markt/", "/agenda/kamp/"]) {
      await page.goto(address + path);
      broken.push(...await page.evaluate(() => [...document.querySelectorAll("main time, main .dp-whole")].flatMap((item) => {
        const walk = document.createTreeWalker(item, NodeFilter.SHOW_TEXT), found = [];
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
          for (const { index, 0: words } of text.data.matchAll(/\d+\.\d\d(–\d+\.\d\d)?(\suur)?/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + words.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) found.push(`${location.pathname}, ${innerWidth} pixels: ${words}`);
          }
        }
        return found;
      })));
    }
  }
  nothing(broken);
});

// The pages of every village fit and work: the example, a village with nothing, and one with far too much.
import test from "node:test";

import { EXAMPLE } from "./example.mjs";
import { brokenTitles, misfits } from "./fits.mjs";
import { site } from "./site.mjs";
import { empty, overfull } from "./stress-villages.mjs";
import { spread } from "./types.mjs";
import { nothing, skip, tab, watch } from "./visit.mjs";
import { PATIENCE, startBrowser } from "./village.mjs";

const letters = (size) => { document.documentElement.style.fontSize = size; };
const looks = {
  "on a phone of 320 pixels": [{ width: 320, height: 640 }, ""],
  "there with letters twice as large": [{ width: 320, height: 640 }, "200%"],
  "on a desktop of 1280 pixels": [{ width: 1280, height: 800 }, ""],
  "there also with letters twice as large": [{ width: 1280, height: 800 }, "200%"],
  // For a page, a window of 1280 by 800 zoomed to 400 % is 320 by 200.
  "there zoomed to 400 %": [{ width: 320, height: 200 }, ""],
  ...Object.fromEntries([1536, 1920, 2560].map((width) => [`on a screen of ${width} pixels`, [{ width, height: 1000 }, ""]])),
};

/** Of a site with hundreds of pages, those that represent all types, and every entry with an extreme title. */
const chosen = (pages) => [...new Set([...spread(pages), ...pages.map(({ path }) => path).filter((path) => /-[0-3]\/$/.test(path))])]
  .filter((path) => !/^\/(agenda|locaties)\/(avond|zaal|locatie\/zaal)-/.test(path));

const villages = { "the example village": () => EXAMPLE, "an empty village": empty, "an overfull village": overfull };

for (const [name, make] of Object.entries(villages)) {
  test(`every type of page of ${name} fits, and logs no error`, { skip, timeout: 10 * PATIENCE }, async (t) => {
    const made = await site(make(t));
    t.after(made.end);
    const browser = await startBrowser();
    t.after(() => browser.close());
    const page = await tab(t, browser);
    const found = watch(page, made.address);
    for (const path of chosen(made.pages)) {
      await page.goto(made.address + path);
      for (const [where, [viewport, size]] of Object.entries(looks)) {
        await page.setViewportSize(viewport);
        await page.evaluate(letters, size);
        const wrong = await page.evaluate(misfits);
        if (!size) wrong.unshift(...await page.evaluate(brokenTitles));
        found.push(...wrong.slice(0, 5).map((words) => `${decodeURI(path)}: ${where}: ${words}`));
      }
    }
    nothing(found);
  });
}

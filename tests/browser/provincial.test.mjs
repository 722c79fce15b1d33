// Tests the theme of a province, in its own colours and in the most difficult ones that a village could choose.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { barriers, bringJudge } from "./barriers.mjs";
import { EXAMPLE, copyOfExample } from "./example.mjs";
import { misfits } from "./fits.mjs";
import { site } from "./site.mjs";
import { all, nothing, skip, tab, watch } from "./visit.mjs";
import { startBrowser } from "./village.mjs";

const THEME = fileURLToPath(new URL("../../themes/overijssel", import.meta.url));
const LAYER = fileURLToPath(new URL("../../themes/dorpslaag", import.meta.url));
const PAGES = ["/", "/agenda/", "/locaties/de-esrand/", "/noodsteunpunt/", "/zoeken/"];

const folder = mkdtempSync(join(tmpdir(), "dorpsplein-province-"));
let browser;
before(async () => {
  if (skip) return;
  browser = await startBrowser();
  copyOfExample(folder);
  cpSync(THEME, join(folder, "themas/overijssel"), { recursive: true });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Builds the example village with the theme, in this colour and with these settings. */
async function look(t, colour, settings) {
  const told = readFileSync(join(EXAMPLE, "site.yaml"), "utf8").replace(/^kleur: .*$/m, () => `kleur: "${colour}"`);
  writeFileSync(join(folder, "site.yaml"), `${told}\nthema:\n  naam: overijssel\n  instellingen: ${JSON.stringify(settings)}\n`);
  const made = await site(folder);
  t.after(made.end);
  return made.address;
}

/** Finds every barrier and everything that does not fit, in this colour scheme and in windows of these widths. */
async function wrong(t, address, colorScheme, widths) {
  const page = await tab(t, browser, { colorScheme });
  const found = watch(page, address);
  await bringJudge(page);
  for (const path of PAGES) {
    await page.goto(address + path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const said = [...await page.evaluate(misfits), ...await barriers(page)];
      found.push(...said.map((words) => `${path}, ${colorScheme}, ${width}: ${words}`));
    }
  }
  return found;
}

test("the theme has no barriers and fits, in light and in dark, on a phone and on a desktop", all, async (t) => {
  const address = await look(t, "#4d6333", {});
  nothing([...await wrong(t, address, "light", [320, 1280]), ...await wrong(t, address, "dark", [320, 1280])]);
});

test("the same in colours that are hard to read on, with the theme layer of a village on top", all, async (t) => {
  cpSync(LAYER, join(folder, "thema"), { recursive: true });
  const settings = { band: "#ffd84d", landschap: "polder", hoeken: "recht", brede_foto: "nee" };
  const address = await look(t, "#ffe600", settings);
  nothing([...await wrong(t, address, "light", [1280]), ...await wrong(t, address, "dark", [320])]);
});

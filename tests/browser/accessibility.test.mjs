// No barrier that a machine can find, on any type of page, in light and in dark, on a telephone and on a desk.
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";

import { all, example, nothing, tab } from "./visit.mjs";

const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const village = example();

/** What a judge of accessibility says of a page, with everything unfolded. */
async function barriers(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${new URL(page.url()).pathname}: ${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`no barrier on any type of page, ${colorScheme}, ${width} pixels wide`, all, async (t) => {
      const page = await tab(t, village.browser, { colorScheme, viewport: { width, height: 800 } });
      await page.addInitScript({ path: createRequire(join(process.env.TOOLS, "package.json")).resolve("axe-core/axe.min.js") });
      const found = [];
      for (const path of village.types) {
        await page.goto(village.address + path);
        found.push(...await barriers(page));
      }
      nothing(found);
    });
  }
}

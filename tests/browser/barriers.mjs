// Checks the accessibility of a page with axe-core.
import { createRequire } from "node:module";
import { join } from "node:path";

const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** Only the rules that depend on colours. */
export const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };

/** Loads axe-core into every page that a tab opens. */
export function bringJudge(page) {
  return page.addInitScript({ path: createRequire(join(process.env.TOOLS, "package.json")).resolve("axe-core/axe.min.js") });
}

/** Returns every violation on a page, with all details opened. */
export async function barriers(page, asked = RULES) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), asked);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${new URL(page.url()).pathname}: ${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
}

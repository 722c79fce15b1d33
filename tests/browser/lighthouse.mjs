// A hundred points of Lighthouse for every type of page, on a simulated telephone with a slow network.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { site } from "./site.mjs";
import { oneOfEach } from "./types.mjs";
import { FLAGS } from "./village.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Not a page to be found: it asks search engines to leave it out. */
const UNFINDABLE = ["/404.html"];

/** A page of this site has come to rest when nothing happened for a quarter of a second; the judge would wait longer. */
const PAUSES = { pauseAfterFcpMs: 250, pauseAfterLoadMs: 250, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };

const required = createRequire(join(process.env.TOOLS, "package.json"));
const { default: lighthouse } = await import(pathToFileURL(required.resolve("lighthouse")).href);
const { launch } = await import(pathToFileURL(required.resolve("chrome-launcher")).href);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How fast this machine was, by the measure of Lighthouse. */
const speeds = [];

/** Lighthouse takes a machine of this speed for granted; on a slower one its time is that of the machine, not of the page. */
const FAST_ENOUGH = 1000;

/** Points by category, and what cost them. */
async function judge(url, port, onlyCategories) {
  const ask = () => lighthouse(url, { port, onlyCategories, logLevel: "error", disableFullPageScreenshot: true, ...PAUSES });
  // On a busy machine the browser sometimes loses a tab before anything is measured.
  const { lhr } = await ask().catch(ask);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  speeds.push(lhr.environment.benchmarkIndex);
  return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
    id,
    points: Math.round(score * 100),
    why: auditRefs.filter(({ weight, id }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim()),
  }));
}

/** Points of a page; how fast it was is a matter of chance, and what two of three times say. */
async function points(url, port, categories) {
  const first = await judge(url, port, categories);
  const speed = first.find(({ id }) => id === "performance");
  if (speed.points < 100) {
    speed.all = [speed.points];
    // Twice the same side of perfect decides.
    while (speed.all.length < 3 && speed.all.filter((one) => one < 100).length < 2) {
      speed.all.push((await judge(url, port, ["performance"]))[0].points);
    }
    speed.points = speed.all.length < 3 ? Math.max(...speed.all) : median(speed.all);
    speed.isMachine = median(speeds.slice(-speed.all.length)) < FAST_ENOUGH;
  }
  return first;
}

const browser = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: ["--headless=new", ...FLAGS], logLevel: "error" });
const village = await site();
let good = true;
const asked = process.argv.slice(2);
for (const path of asked.length ? asked : oneOfEach(village.pages)) {
  const began = Date.now();
  const categories = CATEGORIES.filter((id) => id !== "seo" || !UNFINDABLE.includes(path));
  const judged = await points(village.address + path, browser.port, categories);
  const short = judged.filter(({ points, isMachine }) => points < 100 && !isMachine);
  good &&= !short.length;
  const words = judged.map(({ id, points, all, isMachine }) => `${id} ${points}${all ? ` (${all.join(", ")})` : ""}${isMachine ? " on a slow machine" : ""}`).join(", ");
  console.log(`${short.length ? "not ok" : "ok"} ${path}: ${words} [${((Date.now() - began) / 1000).toFixed(1)} s]`);
  for (const { id, why } of short) console.log(`  ${id}: ${why.join("; ")}`);
}
console.log(`${Math.round(performance.now() / 1000)} s; speed of this machine: ${median(speeds)}, at its slowest ${Math.min(...speeds)}`);
browser.kill();
await village.end();
process.exitCode = good ? 0 : 1;

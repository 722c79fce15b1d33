// Tests that no type of page has a barrier that axe-core finds, in light and in dark, on a phone and on a desktop.
import assert from "node:assert/strict";
import test from "node:test";

import { COLOURS, barriers, bringJudge } from "./barriers.mjs";
import { all, example, nothing, tab } from "./visit.mjs";

const village = example();

test("on a phone, a day of the month is a link of at least 24 pixels high", all, async (t) => {
  const page = await tab(t, village.browser, { viewport: { width: 390, height: 800 } });
  await page.goto(`${village.address}/agenda/2026/11/`);
  const links = page.locator("a.dp-month-day:visible");
  const heights = await links.evaluateAll((all) => all.map((one) => [one.innerText, one.getBoundingClientRect().height]));
  assert.ok(heights.length > 3 && await page.locator(".dp-today a.dp-month-day").isVisible());
  nothing(heights.filter(([, height]) => height < 24).map(([day, height]) => `${day}: ${height} pixels`));
});

for (const width of [320, 1280]) {
  test(`no type of page has a barrier, in light or in dark, ${width} pixels wide`, all, async (t) => {
    const page = await tab(t, village.browser, { colorScheme: "light", viewport: { width, height: 800 } });
    await bringJudge(page);
    const found = [];
    for (const path of village.types) {
      await page.goto(village.address + path);
      found.push(...await barriers(page));
      // In the dark only colours differ.
      await page.emulateMedia({ colorScheme: "dark" });
      found.push(...(await barriers(page, COLOURS)).map((barrier) => `dark: ${barrier}`));
      await page.emulateMedia({ colorScheme: "light" });
    }
    nothing(found);
  });
}

// What people hang on a notice board or keep for an emergency prints on one sheet of paper.
import assert from "node:assert/strict";
import test from "node:test";
import { inflateSync } from "node:zlib";

import { site, small } from "./site.mjs";
import { overfull } from "./stress-villages.mjs";
import { all, example, nothing, tab } from "./visit.mjs";

const village = example();

/** How many sheets a PDF has: counts each /Page, also inside compressed object streams. */
function sheets(pdf) {
  const text = pdf.toString("latin1");
  const packed = [...text.matchAll(/\/ObjStm[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return inflateSync(pdf.subarray(from, text.indexOf("endstream", from))).toString("latin1");
  });
  return [text, ...packed].join("\n").match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
}

async function printed(t, address, format) {
  const page = await tab(t, village.browser);
  assert.equal((await page.goto(address)).status(), 200);
  return sheets(await page.pdf({ format, printBackground: true, preferCSSPageSize: format === "A4" }));
}

test("sheets are counted", all, async (t) => {
  const page = await tab(t, village.browser);
  await page.goto(`${village.address}/404.html`);
  assert.equal(sheets(await page.pdf({ format: "A4" })), 1);
  await page.evaluate(() => { document.querySelector("main").style.height = "200cm"; });
  assert.ok(sheets(await page.pdf({ format: "A4" })) >= 5, "a page of 200 cm takes many sheets");
});

for (const [path, format] of [["/noodsteunpunt/", "A4"], ["/prikbord/", "A4"], ["/prikbord/", "A3"]]) {
  test(`${path} is one sheet of ${format}`, all, async (t) => {
    assert.equal(await printed(t, village.address + path, format), 1);
  });
}

for (const name of ["kerstmarkt-2026", "herfstwandeling", "jeugdsoos"]) {
  test(`an event is one sheet of A4: ${name}`, all, async (t) => {
    assert.equal(await printed(t, `${village.address}/agenda/${name}/`, "A4"), 1);
  });
}

test("a venue with every field filled in takes no more than six sheets", all, async (t) => {
  assert.ok(await printed(t, `${village.address}/locaties/de-esrand/`, "A4") <= 6);
});

test("a month is one sheet of A4 in landscape", all, async (t) => {
  assert.equal(await printed(t, `${village.address}/agenda/2026/12/`, "A4"), 1);
});

test("what is on black or in the village's colour on a screen is black on paper, where backgrounds are left out", all, async (t) => {
  const page = await tab(t, village.browser);
  await page.emulateMedia({ media: "print" });
  const pale = [];
  for (const path of ["/", "/agenda/", "/agenda/2026/12/", "/agenda/2026/11/"]) {
    await page.goto(village.address + path);
    pale.push(...await page.evaluate(() => [...document.querySelectorAll(".dp-status, .dp-ahead, .dp-month-day, .dp-day-title")]
      .filter((item) => item.checkVisibility() && getComputedStyle(item).color !== "rgb(0, 0, 0)").map((item) => item.outerHTML)));
  }
  nothing(pale);
});

test("on paper a table is whole: there is nothing to scroll", all, async (t) => {
  const page = await tab(t, village.browser, { viewport: { width: 700, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(`${village.address}/ontmoeting/`);
  const cut = await page.evaluate(() => [...document.querySelectorAll(".dp-table")]
    .filter((box) => getComputedStyle(box).overflowX !== "visible" || box.scrollWidth > box.clientWidth).map((box) => box.innerText.slice(0, 60)));
  nothing(cut);
});

test("the notice board is one sheet of A4 and of A3, even with far too many events for it", all, async (t) => {
  const full = await site(overfull(t));
  t.after(full.end);
  assert.equal(await printed(t, `${full.address}/prikbord/`, "A4"), 1);
  assert.equal(await printed(t, `${full.address}/prikbord/`, "A3"), 1);
});

/** How the days of the notice board use their room on paper: what is cut, and how full the fullest column is. */
async function board(t, address, viewport) {
  const page = await tab(t, village.browser, { viewport });
  await page.emulateMedia({ media: "print" });
  await page.goto(address);
  return page.evaluate(() => {
    const days = document.querySelector(".dp-sheet-days"), box = days.getBoundingClientRect();
    const bottoms = [...days.querySelectorAll("li")].flatMap((line) => [...line.getClientRects()]).map((line) => line.bottom);
    return {
      cut: days.scrollHeight > days.clientHeight + 1 || days.scrollWidth > days.clientWidth + 1,
      full: (Math.max(...bottoms) - box.top) / box.height,
      left: document.querySelector(".dp-sheet-more")?.textContent ?? "",
      last: days.querySelector(".dp-sheet-day:last-of-type").textContent,
    };
  });
}

/** What an A4 and an A3 leave within the margins of 12 mm. */
const PAPERS = [{ width: 703, height: 1032 }, { width: 1032, height: 1497 }];

const series = (title, begin, rest = "") => `- titel: ${title}\n  slug: s${begin}\n  datum: 1 december 2026\n  herhaling: elke werkdag\n  begin: ${begin}.00\n  einde: ${begin + 1}.00\n${rest}`;
const NEW_YEAR = "- titel: Oudjaar\n  datum: 31 december 2026\n  begin: 22.00\n";

test("two events on every working day fit on the sheet of a month, the last day included", all, async (t) => {
  const built = await small(t, "2026-11-29", { "agenda/a.yaml": series("Koffie", 10) + series("Soep", 17) + NEW_YEAR });
  for (const paper of PAPERS) {
    const { cut, left, last } = await board(t, `${built.address}/prikbord/volgende-maand/`, paper);
    assert.deepEqual({ cut, left }, { cut: false, left: "" });
    assert.match(last, /31 december.*Oudjaar/s);
  }
});

test("a sheet is filled before days are left out, and nothing on it is cut", all, async (t) => {
  const long = "Samen eten met muziek en verhalen over vroeger";
  for (const titles of [["Koffie", "Soep", "Koor", "Bridge"], [long, long, long], ["Koffie", long], ["AFGELAST KOFFIEDRINKEN", "WANDELEN MET MEVROUW VAN DER MOLEN"]]) {
    const events = titles.map((title, at) => series(title, 9 + at, "  locatie: huis\n")).join("") + NEW_YEAR;
    const built = await small(t, "2026-11-29", { "agenda/a.yaml": events, "locaties/huis.md": "---\nnaam: Dorpshuis De Esrand\n---\n" });
    for (const sheet of ["volgende-maand", "volgende-week"]) {
      for (const paper of PAPERS) {
        const { cut, full, left } = await board(t, `${built.address}/prikbord/${sheet}/`, paper);
        assert.equal(cut, false, `${titles} on ${sheet}`);
        assert.ok(!left || full > 0.85, `${titles} on ${sheet}: only ${full} of the height`);
      }
    }
  }
});

test("a sheet for a wall has a button to print it: only with the script, and not on paper", all, async (t) => {
  for (const path of ["/prikbord/", "/noodsteunpunt/"]) {
    const page = await tab(t, village.browser);
    await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
    await page.goto(village.address + path);
    const button = page.getByRole("button", { name: "Druk af" });
    await button.click();
    assert.ok(await page.evaluate(() => window.printed), path);
    await page.emulateMedia({ media: "print" });
    assert.equal(await button.isVisible(), false, path);
    const plain = await tab(t, village.browser, { javaScriptEnabled: false });
    await plain.goto(village.address + path);
    assert.equal(await plain.getByText("Druk af").count(), 0, path);
  }
});

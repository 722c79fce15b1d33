// How the search script compares words. Needs no browser: node --test tests/browser/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const context = vm.createContext({
  document: { documentElement: { classList: { add() {} } }, addEventListener() {} },
});
vm.runInContext(read("themes/lvkk/assets/search.js"), context);
const { words, fold, stem, near, fit } = context.dpSearch;

test("words are folded as by the program", () => {
  for (const { text, folded, stems } of JSON.parse(read("tests/search/words.json")).words) {
    const own = [...words(text)].map(fold);
    assert.equal(own.join(" "), folded, text);
    assert.equal(own.map(stem).join(" "), stems, text);
  }
});

/** How well a word of the site fits a typed word. */
const folded = (text) => fold(words(text)[0]);
const fits = (typed, word) => fit(folded(word), folded(typed), stem(folded(typed)));

test("a word in another form fits", () => {
  for (const [typed, word] of [
    ["huis", "huizen"], ["huizen", "huis"], ["brieven", "brief"], ["straat", "straten"], ["straten", "straat"],
    ["koffie", "koffie"], ["groentes", "groenten"], ["ijsbaan", "ysbaan"], ["oude", "oud"], ["doarp", "dörp"],
  ]) assert.equal(fits(typed, word), 3, `${typed} ${word}`);
});

test("the beginning of a word fits, while somebody types", () => {
  for (const [typed, word] of [["dorps", "dorpshuis"], ["huisa", "huisarts"], ["brie", "brieven"], ["stra", "straten"]]) {
    assert.equal(fits(typed, word), 2, `${typed} ${word}`);
  }
});

test("a part of a compound fits", () => {
  for (const [typed, word] of [
    ["huis", "dorpshuis"], ["huis", "dorpshuizen"], ["huizen", "dorpshuis"], ["zaal", "dorpszaal"], ["zalen", "sportzaal"],
    ["ochtend", "koffieochtend"], ["punt", "eetpunt"],
  ]) assert.equal(fits(typed, word), 1, `${typed} ${word}`);
});

test("a different word does not fit", () => {
  for (const [typed, word] of [["huis", "muis"], ["huizen", "huid"], ["ko", "oko"], ["feest", "koffie"]]) {
    assert.equal(fits(typed, word), 0, `${typed} ${word}`);
  }
});

test("a word with one wrong letter is near", () => {
  const right = [
    ["dorpshius", "dorpshuis"], ["dorphuis", "dorpshuis"], ["dorpsghuis", "dorpshuis"], ["dorpshuid", "dorpshuis"],
    ["offie", "koffie"], ["joffie", "koffie"], ["okffie", "koffie"], ["koffi", "koffie"],
  ];
  for (const [typed, word] of right) assert.ok(near(typed, word), `${typed} ${word}`);
  for (const [typed, word] of [["dorpsihus", "dorpshuis"], ["dorp", "dorpshuis"], ["hius", "muis"], ["korps", "drop"]]) {
    assert.ok(!near(typed, word), `${typed} ${word}`);
  }
});

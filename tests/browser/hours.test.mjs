// What the script of the standard theme says about opening hours. Needs no browser: node --test tests/browser/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../themes/lvkk/assets/site.js", import.meta.url), "utf8");
const words = [
  "nu open tot {hour}.{minute} uur",
  "nu open",
  "nu gesloten, vandaag open vanaf {hour}.{minute} uur",
  "nu gesloten, morgen open vanaf {hour}.{minute} uur",
  "nu gesloten, {weekday} open vanaf {hour}.{minute} uur",
  "nu gesloten, weer open op {weekday} {day} {month}",
  "nu gesloten",
  "maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag",
  "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december",
  "nu open, er is iets te doen",
];
/** Offsets from UTC in minutes, each with the minute from which it counts, as the program writes them for this zone. */
const AMSTERDAM = "60 29579100=120 29881500=60 30103260=120 30415740=60";
const number = (day) => Date.parse(day) / 864e5;
const office = [540, 1020];

/** Events by the minute in which they begin and how many minutes they take, as the program writes them. */
const minute = (moment) => Date.parse(`${moment}Z`) / 6e4;
const steps = (events) => events.flatMap(([begins, takes], n) => [minute(begins) - (n && minute(events[n - 1][0])), takes]);

/** What an element with this timetable says at a moment; undefined if it stays hidden. */
function said(moment, { week, weeks, different = [], events = [], clock = AMSTERDAM, texts = words }) {
  const w = weeks ?? [[number("2026-11-22"), week], [number("2027-12-24"), null]];
  const classes = new Set();
  const item = {
    hidden: true,
    dataset: { hours: JSON.stringify({ w, d: different, e: steps(events), t: texts }) },
    classList: { toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)) },
  };
  class Clock extends Date {
    constructor(...given) { super(...(given.length ? given : [Date.parse(moment)])); }
    static now() { return Date.parse(moment); }
  }
  const document = {
    querySelectorAll: (selector) => (selector === "[data-hours]" ? [item] : []),
    querySelector: () => null,
    documentElement: { dataset: { clock } },
    addEventListener() {},
  };
  vm.runInNewContext(script, { document, navigator: {}, location: { protocol: "https:" }, Date: Clock, setInterval() {} });
  return item.hidden ? undefined : item.textContent + (classes.has("dp-open") ? " (open)" : "");
}

// Open on weekdays from 9 to 12 and from 13 to 17, on Saturday from 20 until half past one.
const week = [...Array(5).fill([540, 720, 780, 1020]), [1200, 1530], []];

test("on an ordinary day", () => {
  assert.equal(said("2026-11-23T08:00+01:00", { week }), "nu gesloten, vandaag open vanaf 9.00 uur");
  assert.equal(said("2026-11-23T09:00+01:00", { week }), "nu open tot 12.00 uur (open)");
  assert.equal(said("2026-11-23T12:00+01:00", { week }), "nu gesloten, vandaag open vanaf 13.00 uur");
  assert.equal(said("2026-11-23T16:59+01:00", { week }), "nu open tot 17.00 uur (open)");
  assert.equal(said("2026-11-23T17:00+01:00", { week }), "nu gesloten, morgen open vanaf 9.00 uur");
});

test("past midnight, and over the weekend", () => {
  assert.equal(said("2026-11-28T23:00+01:00", { week }), "nu open tot 1.30 uur (open)");
  assert.equal(said("2026-11-29T01:29+01:00", { week }), "nu open tot 1.30 uur (open)");
  assert.equal(said("2026-11-29T01:30+01:00", { week }), "nu gesloten, morgen open vanaf 9.00 uur");
  assert.equal(said("2026-11-27T18:00+01:00", { week }), "nu gesloten, morgen open vanaf 20.00 uur");
  const monday = [office, [], [], [], [], [], []];
  assert.equal(said("2026-11-25T12:00+01:00", { week: monday }), "nu gesloten, maandag open vanaf 9.00 uur");
  assert.equal(said("2026-11-23T18:00+01:00", { week: monday }), "nu gesloten, weer open op maandag 30 november");
});

test("closed for weeks, and different hours on one day", () => {
  const different = [
    [number("2026-12-21"), number("2027-01-03"), []],
    [number("2027-01-04"), number("2027-01-04"), [600, 660]],
  ];
  assert.equal(said("2026-12-22T10:00+01:00", { week, different }), "nu gesloten, weer open op maandag 4 januari");
  assert.equal(said("2027-01-04T10:30+01:00", { week, different }), "nu open tot 11.00 uur (open)");
  assert.equal(said("2027-01-04T11:00+01:00", { week, different }), "nu gesloten, morgen open vanaf 9.00 uur");
});

test("a season begins", () => {
  const weeks = [
    [number("2026-11-22"), Array(7).fill([])],
    [number("2026-12-01"), Array(7).fill(office)],
    [number("2027-12-24"), null],
  ];
  assert.equal(said("2026-11-23T12:00+01:00", { weeks }), "nu gesloten, weer open op dinsdag 1 december");
  assert.equal(said("2026-11-30T12:00+01:00", { weeks }), "nu gesloten, morgen open vanaf 9.00 uur");
  assert.equal(said("2026-12-01T12:00+01:00", { weeks }), "nu open tot 17.00 uur (open)");
});

test("open day and night, and never open", () => {
  assert.equal(said("2026-11-23T12:00+01:00", { week: Array(7).fill([0, 1440]) }), "nu open (open)");
  assert.equal(said("2026-11-23T12:00+01:00", { week: Array(7).fill([]) }), "nu gesloten");
});

test("by the clock of the village, also when the clocks go forward", () => {
  assert.equal(said("2026-11-23T08:30Z", { week }), "nu open tot 12.00 uur (open)");
  assert.equal(said("2026-11-23T08:30Z", { week, clock: "0" }), "nu gesloten, vandaag open vanaf 9.00 uur");
  assert.equal(said("2027-03-29T06:59Z", { week }), "nu gesloten, vandaag open vanaf 9.00 uur");
  assert.equal(said("2027-03-29T07:00Z", { week }), "nu open tot 12.00 uur (open)");
});

test("nothing is said about days beyond the timetable", () => {
  assert.equal(said("2026-11-22T12:00+01:00", { week }), undefined);
  assert.equal(said("2027-12-24T12:00+01:00", { week }), undefined);
  assert.equal(said("2027-12-23T10:00+01:00", { week }), "nu open tot 12.00 uur (open)");
});

test("a place where something is on is not called closed until another day", () => {
  // Open on Mondays; a service on Thursday, a party without an end on Friday, a tentative market on Saturday.
  const monday = [office, [], [], [], [], [], []];
  const events = [["2026-11-26T10:00", 90], ["2026-11-27T20:00", -240], ["2026-11-28T10:00", -120]];
  const at = (moment) => said(`${moment}+01:00`, { week: monday, events });
  assert.equal(at("2026-11-25T12:00"), "nu gesloten");
  assert.equal(at("2026-11-26T09:59"), "nu gesloten");
  assert.equal(at("2026-11-26T10:00"), "nu open, er is iets te doen (open)");
  assert.equal(at("2026-11-26T11:30"), "nu gesloten");
  assert.equal(at("2026-11-27T21:00"), undefined);
  assert.equal(at("2026-11-28T11:00"), undefined);
  assert.equal(at("2026-11-28T12:00"), "nu gesloten, maandag open vanaf 9.00 uur");
  assert.equal(at("2026-11-30T12:00"), "nu open tot 17.00 uur (open)");
  // Also if it is open on one day in many months, like a church.
  const weeks = [[number("2026-11-22"), Array(7).fill([])], [number("2027-05-05"), Array(7).fill(office)], [number("2027-12-24"), null]];
  assert.equal(said("2026-11-25T12:00+01:00", { weeks, events }), "nu gesloten");
  assert.equal(said("2026-11-29T12:00+01:00", { weeks, events }), "nu gesloten");
  assert.equal(said("2026-11-29T12:00+01:00", { weeks }), "nu gesloten, weer open op woensdag 5 mei");
});

test("in other words", () => {
  const texts = ["open until {hh}:{minute}", ...words.slice(1)];
  assert.equal(said("2026-11-23T09:00+01:00", { week: Array(7).fill([480, 545]), texts }), "open until 09:05 (open)");
});

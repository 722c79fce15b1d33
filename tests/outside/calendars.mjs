// Expands every calendar of a built site with ical.js, and compares it with what the program prints.
// Usage: node calendars.mjs PROGRAM SITE OUTPUT [FROM UNTIL]

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";

const TODAY = "2026-11-23";
const ZONE = "Europe/Amsterdam";
const DAY = 86_400_000;
const DAYS = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });
const CLOCK = new Intl.DateTimeFormat("en", { timeZone: ZONE, timeZoneName: "longOffset" });

function agenda(program, site, first, last, event) {
  const more = event ? ["--event", event] : [];
  const range = ["--from", first, "--until", last, "--format", "json", "--today", TODAY];
  const options = { encoding: "utf8", maxBuffer: 2 ** 30 };
  return JSON.parse(execFileSync(program, ["agenda", site, ...range, ...more], options));
}

// Uses only the time zones in the calendar itself.
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar;
}

// An occurrence as both describe it: event, start, last moment or day, whether it is all-day, whether it is cancelled.

function printedKey(item) {
  const end = item.end ?? item.start;
  const tell = item.all_day ? (text) => text : (text) => new Date(text).toISOString();
  return JSON.stringify([item.event, tell(item.start), tell(end), item.all_day, item.status === "cancelled"]);
}

function expandedKey(event, start, end, owner) {
  const cancelled = event.component.getFirstPropertyValue("status") === "CANCELLED";
  return JSON.stringify([owner, tell(start), tell(lastOf(start, end)), start.isDate, cancelled]);
}

function tell(time) {
  return time.isDate ? time.toString() : new Date(instant(time)).toISOString();
}

// The instant of a time in the zone of the calendar, by ical.js. Where a time does not exist or occurs twice, ical.js
// differs from RFC 5545 §3.3.5, which uses the offset before the clocks change, so it is computed here.
function instant(time) {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const [before, after] = [offset(wall - DAY), offset(wall + DAY)];
  const fitting = new Set([before, after].filter((shift) => offset(wall - shift) === shift));
  return fitting.size === 1 ? time.toUnixTime() * 1000 : wall - before;
}

// How far the clocks of the village are ahead of UTC at an instant, in milliseconds.
function offset(instant) {
  const [, sign, hours, minutes] = CLOCK.format(instant).match(/GMT([+-])(\d\d):(\d\d)/);
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

// All-day events end on the day after their last; without an end they last one day.
function lastOf(start, end) {
  if (!start.isDate) return end ?? start;
  const last = (end ?? start).clone();
  last.adjust(-1, 0, 0, 0);
  return last.compare(start) < 0 ? start : last;
}

function day(time) {
  return time.isDate ? time.toString() : DAYS.format(instant(time));
}

function lastDay(start, end) {
  const last = lastOf(start, end);
  if (start.isDate || last.compare(start) <= 0) return day(last);
  const before = last.clone();
  before.adjust(0, 0, 0, -1);
  return day(before);
}

// Everything whose days touch the range.
function expand(calendar, first, last, known) {
  const found = [];
  const take = (event, start, end) => {
    if (day(start) > last || lastDay(start, end) < first) return;
    found.push(expandedKey(event, start, end, ownerOf(event.uid, known)));
  };
  for (const [master, overrides] of byUid(calendar)) {
    const event = new ICAL.Event(master, { exceptions: overrides, strictExceptions: true });
    if (event.isRecurring()) series(event, last, take);
    else take(event, event.startDate, event.endDate);
    for (const override of overrides.map((component) => new ICAL.Event(component))) {
      take(override, override.startDate, override.endDate);
    }
  }
  return found;
}

// Moved occurrences are taken from the overrides themselves, as their original day may be far outside the range.
function series(event, last, take) {
  const iterator = event.iterator();
  for (let next = iterator.next(); next && day(next) <= last; next = iterator.next()) {
    const details = event.getOccurrenceDetails(next);
    if (details.item === event) take(event, details.startDate, details.endDate);
  }
}

function byUid(calendar) {
  const groups = new Map();
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const uid = component.getFirstPropertyValue("uid");
    const group = groups.get(uid) ?? [null, []];
    if (component.hasProperty("recurrence-id")) group[1].push(component);
    else group[0] = component;
    groups.set(uid, group);
  }
  return groups.values();
}

// The event of a UID. The parts of a series have UIDs that begin with the text before the @ in its UID, or with the
// name of the event; the longest match wins.
function ownerOf(uid, known) {
  if (known.has(uid)) return known.get(uid);
  const beginnings = new Map([...known.values()].map((event) => [event, event]));
  for (const [whole, event] of known) beginnings.set(whole.split("@")[0], event);
  const fits = (text) => uid.startsWith(text) && !/^[A-Za-z0-9]/.test(uid.slice(text.length));
  const fitting = [...beginnings.keys()].filter(fits).sort((one, other) => other.length - one.length);
  return fitting.length ? beginnings.get(fitting[0]) : `unknown uid ${uid}`;
}

// The comparison.

function without(these, those) {
  const left = new Map();
  for (const key of those) left.set(key, (left.get(key) ?? 0) + 1);
  return these.filter((key) => {
    const times = left.get(key) ?? 0;
    left.set(key, times - 1);
    return times <= 0;
  });
}

export function compare(printed, text) {
  const known = new Map(printed.occurrences.map((item) => [item.uid, item.event]));
  const wanted = printed.occurrences.map(printedKey);
  const got = expand(read(text), printed.from, printed.until, known);
  const missing = without(wanted, got).map((key) => `missing ${key}`);
  return [...missing, ...without(got, wanted).map((key) => `too many ${key}`)];
}

function main(program, site, output, first = "2026-11-01", last = "2027-12-20") {
  const printed = agenda(program, site, first, last);
  const at = (said, address) => said.map((line) => `${address}: ${line}`);
  const differences = at(compare(printed, readFileSync(join(output, "agenda.ics"), "utf8")), "agenda.ics");
  const slugs = [...new Set(printed.occurrences.map((item) => item.event))];
  for (const slug of slugs) {
    const path = join(output, "agenda", slug, "agenda.ics");
    if (!existsSync(path)) differences.push(`${slug} has no calendar of its own`);
    else differences.push(...at(compare(agenda(program, site, first, last, slug), readFileSync(path, "utf8")), slug));
  }
  if (differences.length > 0) {
    console.error([`ical.js: ${differences.length} differences`, ...differences.slice(0, 10)].join("\n"));
    process.exit(1);
  }
  const count = printed.occurrences.length;
  console.log(`ical.js: ${count} occurrences of ${slugs.length} events from ${first} to ${last}, no difference`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(...process.argv.slice(2));

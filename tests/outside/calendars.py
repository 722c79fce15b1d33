"""Reads every calendar of a built site as subscribers do, and compares its expansion with what the program
prints. Usage: calendars.py PROGRAM SITE OUTPUT [FROM UNTIL]"""

import re
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from ics_form import faults
from program import agenda, finish

ZONE = ZoneInfo("Europe/Amsterdam")
RANGE = ("2026-11-01", "2027-12-20")


def main(program: str, site: str, output: Path, first: str, last: str) -> None:
    files = sorted(output.rglob("*.ics"))
    differences = [f"{path.relative_to(output)}: {fault}" for path in files for fault in faults(path.read_bytes())]
    if differences:
        finish("calendars", differences, "")
    printed = agenda(program, site, first, last)
    everything = read(output / "agenda.ics")
    differences = [f"agenda.ics: {said}" for said in compare(printed, everything)]
    slugs = sorted({item["event"] for item in printed["occurrences"]})
    for slug in slugs:
        differences += one_event(program, site, output, slug, printed)
    for path in files:
        differences += [f"{path.relative_to(output)}: {said}" for said in unlike(read(path), everything)]
    count = len(printed["occurrences"])
    summary = f"{len(files)} files, {count} occurrences of {len(slugs)} events from {first} to {last}, no difference"
    finish("calendars", differences, summary)


def one_event(program: str, site: str, output: Path, slug: str, printed: dict) -> list[str]:
    """Checks the calendar of one event, and that the program prints the same with `--event`."""
    path = output / "agenda" / slug / "agenda.ics"
    if not path.is_file():
        return [f"{slug} has no calendar of its own"]
    alone = agenda(program, site, printed["from"], printed["until"], slug)
    of_all = [item for item in printed["occurrences"] if item["event"] == slug]
    said = [] if alone["occurrences"] == of_all else [f"{slug}: --event prints something else"]
    return said + [f"agenda/{slug}/agenda.ics: {difference}" for difference in compare(alone, read(path))]


def read(path: Path) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(path.read_bytes())


# An occurrence as both describe it: event, start, last moment or day, whether it is all-day, whether it is cancelled.


def as_printed(item: dict) -> tuple:
    end = item.get("end", item["start"])
    if item["all_day"]:
        return (item["event"], item["start"], end, True, item["status"] == "cancelled")
    return (item["event"], in_utc(item["start"]), in_utc(end), False, item["status"] == "cancelled")


def in_utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(timezone.utc).isoformat()


def as_expanded(component, owner: str) -> tuple:
    start, end = component["DTSTART"].dt, component["DTEND"].dt
    cancelled = component.get("STATUS") == "CANCELLED"
    if not isinstance(start, datetime):
        # All-day events end on the day after their last; without an end they last one day.
        last = max(start, end - timedelta(days=1))
        return (owner, start.isoformat(), last.isoformat(), True, cancelled)
    start, end = (moment.astimezone(timezone.utc).isoformat() for moment in (start, end))
    return (owner, start, end, False, cancelled)


def owner_of(uid: str, known: dict[str, str]) -> str:
    """The event of a UID. The parts of a series have UIDs that begin with the name of the event, or with the text
    before the @ in its UID; the longest match wins."""
    if uid in known:
        return known[uid]
    beginnings = {whole.split("@")[0]: event for whole, event in known.items()}
    beginnings |= {event: event for event in known.values() if event not in beginnings}
    fitting = [text for text in beginnings if re.match(rf"{re.escape(text)}(?![A-Za-z0-9])", uid)]
    return beginnings[max(fitting, key=len)] if fitting else f"unknown uid {uid}"


def expand(calendar: icalendar.Calendar, first: date, last: date) -> list:
    """Everything whose days touch the range, which is queried with a spare day on both sides."""
    start = datetime.combine(first - timedelta(days=1), datetime.min.time(), ZONE)
    stop = datetime.combine(last + timedelta(days=2), datetime.min.time(), ZONE)
    found = recurring_ical_events.of(calendar, skip_bad_series=False).between(start, stop)
    return [component for component in found if touches(component, first, last)]


def touches(component, first: date, last: date) -> bool:
    start, end = component["DTSTART"].dt, component["DTEND"].dt
    if not isinstance(start, datetime):
        return start <= last and max(start, end - timedelta(days=1)) >= first
    start, end = start.astimezone(ZONE), end.astimezone(ZONE)
    return start.date() <= last and max(start, end - timedelta(seconds=1)).date() >= first


# The comparison.


def compare(printed: dict, calendar: icalendar.Calendar) -> list[str]:
    first, last = date.fromisoformat(printed["from"]), date.fromisoformat(printed["until"])
    known = {item["uid"]: item["event"] for item in printed["occurrences"]}
    components = [(component, owner_of(str(component["UID"]), known)) for component in expand(calendar, first, last)]
    wanted = Counter(as_printed(item) for item in printed["occurrences"])
    got = Counter(as_expanded(component, owner) for component, owner in components)
    said = [f"missing {show(key)}" for key in (wanted - got).elements()]
    said += [f"too many {show(key)}" for key in (got - wanted).elements()]
    return said + places_and_titles(printed, components) + moves(printed, calendar, known)


def show(key: tuple) -> str:
    event, start, end, _, cancelled = key
    return f"{event} {start} – {end}{' cancelled' if cancelled else ''}"


def places_and_titles(printed: dict, components: list) -> list[str]:
    """The summary has the title, and the location has the venue and the room."""
    found = defaultdict(list)
    for component, owner in components:
        found[as_expanded(component, owner)].append(component)
    said = []
    for item in printed["occurrences"]:
        for component in found[as_printed(item)]:
            summary, location = str(component.get("SUMMARY", "")), str(component.get("LOCATION", ""))
            wanted = {"title": item["title"] in summary}
            wanted |= {key: item[key] in location for key in ("venue", "room") if item.get(key)}
            wrong = [key for key, fits in wanted.items() if not fits]
            said += [f"{item['event']} {item['start']}: {key} is not {item[key]!r}" for key in wrong]
    return said


def moves(printed: dict, calendar: icalendar.Calendar, known: dict[str, str]) -> list[str]:
    """A moved occurrence overrides the moment that was announced, unless the event has only this one occurrence."""
    overrides, entries = set(), defaultdict(list)
    for component in calendar.walk("VEVENT"):
        entries[owner_of(str(component["UID"]), known)].append(component)
        if "RECURRENCE-ID" in component:
            owner = owner_of(str(component["UID"]), known)
            overrides.add((owner, told(component["RECURRENCE-ID"].dt), told(component["DTSTART"].dt)))
    moved = [item for item in printed["occurrences"] if item.get("announced", item["start"]) != item["start"]]
    keys = {(item["event"], told_again(item["announced"]), told_again(item["start"])) for item in moved}
    comes_back = ("RRULE", "RDATE", "RECURRENCE-ID")
    alone = {owner: of_it[0] for owner, of_it in entries.items() if len(of_it) == 1}
    once = {owner for owner, entry in alone.items() if not any(key in entry for key in comes_back)}
    missed = sorted(key for key in keys - overrides if key[0] not in once)
    return [f"{event} of {was} has no override at {start}" for event, was, start in missed]


def told(moment: date) -> str:
    return moment.astimezone(timezone.utc).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def told_again(text: str) -> str:
    return in_utc(text) if "T" in text else text


def unlike(calendar: icalendar.Calendar, everything: icalendar.Calendar) -> list[str]:
    """An event is the same in every calendar that has it. A single occurrence at another venue is a separate event in
    the calendar of that venue, with the same content as its override in the series."""
    events = everything.walk("VEVENT")
    known = {identity(component): component.to_ical() for component in events}
    known |= {name: text for component in events for name, text in by_itself(component)}
    found = [(identity(component), component.to_ical()) for component in calendar.walk("VEVENT")]
    return [f"{key[0]} {key[1]} differs from agenda.ics" for key, text in found if known.get(key) != text]


def by_itself(component) -> list[tuple[tuple[str, str], bytes]]:
    """An override as an event of its own, named after the day for which it was announced."""
    if "RECURRENCE-ID" not in component:
        return []
    name, village = str(component["UID"]).rsplit(".", 1)
    alone = icalendar.Event.from_ical(component.to_ical())
    alone["UID"] = icalendar.vText(f"{name}.{component['RECURRENCE-ID'].dt:%Y-%m-%d}.{village}")
    del alone["RECURRENCE-ID"]
    return [(identity(alone), alone.to_ical())]


def identity(component) -> tuple[str, str]:
    was = component.get("RECURRENCE-ID")
    return (str(component["UID"]), was.to_ical().decode() if was is not None else "")


if __name__ == "__main__":
    first_day, last_day = sys.argv[4:6] if len(sys.argv) > 5 else RANGE
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), first_day, last_day)

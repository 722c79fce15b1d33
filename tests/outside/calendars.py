"""Reads every calendar of a finished site as subscribers do, and holds what they expand to against what the program
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
    """The calendar of one event, and whether the program says the same when it is asked for that event alone."""
    path = output / "agenda" / slug / "agenda.ics"
    if not path.is_file():
        return [f"{slug} has no calendar of its own"]
    alone = agenda(program, site, printed["from"], printed["until"], slug)
    of_all = [item for item in printed["occurrences"] if item["event"] == slug]
    said = [] if alone["occurrences"] == of_all else [f"{slug}: --event prints something else"]
    return said + [f"agenda/{slug}/agenda.ics: {difference}" for difference in compare(alone, read(path))]


def read(path: Path) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(path.read_bytes())


# An occurrence as both tell it: event, start, last moment or day, whole days or not, cancelled or not.


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
        # The end of whole days is the day after; a day without an end is that day.
        last = max(start, end - timedelta(days=1))
        return (owner, start.isoformat(), last.isoformat(), True, cancelled)
    start, end = (moment.astimezone(timezone.utc).isoformat() for moment in (start, end))
    return (owner, start, end, False, cancelled)


def owner_of(uid: str, known: dict[str, str]) -> str:
    """The event of a UID. The parts of a series have UIDs that begin with the name of the event, or with what
    stands before the @ in its UID; the longest that fits is meant."""
    if uid in known:
        return known[uid]
    beginnings = {whole.split("@")[0]: event for whole, event in known.items()}
    beginnings |= {event: event for event in known.values() if event not in beginnings}
    fitting = [text for text in beginnings if re.match(rf"{re.escape(text)}(?![A-Za-z0-9])", uid)]
    return beginnings[max(fitting, key=len)] if fitting else f"nobody's {uid}"


def expand(calendar: icalendar.Calendar, first: date, last: date) -> list:
    """Everything whose days touch the range; it is asked with a day to spare at both sides."""
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


# Both next to each other.


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
    """The title stands in the summary, and where it is in the location."""
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
    """A moved occurrence is the override of the moment that was announced, unless all of it happens once and moved."""
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
    """An event is the same in every calendar that has it. What is at a venue for once stands in its calendar by itself,
    and says the same as the time of the series that it is."""
    events = everything.walk("VEVENT")
    known = {identity(component): component.to_ical() for component in events}
    known |= {name: text for component in events for name, text in by_itself(component)}
    found = [(identity(component), component.to_ical()) for component in calendar.walk("VEVENT")]
    return [f"{key[0]} {key[1]} is not as in agenda.ics" for key, text in found if known.get(key) != text]


def by_itself(component) -> list[tuple[tuple[str, str], bytes]]:
    """How one time of a series stands alone: named by the day on which it was announced."""
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

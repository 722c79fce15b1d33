"""Checks the bytes and the lines of one calendar, and reports what RFC 5545 or subscribers would not accept."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

NAMES_OF_CALENDAR = ["NAME", "X-WR-CALNAME", "X-WR-TIMEZONE"]
ONCE_IN_CALENDAR = ["VERSION", "PRODID", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", *NAMES_OF_CALENDAR]
ONCE_IN_EVENT = ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"]
AT_MOST_ONCE = ["DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "STATUS", "DESCRIPTION", "LOCATION", "URL", "CLASS"]
NEVER = ["METHOD", "ORGANIZER", "ATTENDEE"]
TEXTS = ["SUMMARY", "LOCATION", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"]
COMPONENTS = {
    "VCALENDAR": [None],
    "VEVENT": ["VCALENDAR"],
    "VTIMEZONE": ["VCALENDAR"],
    "STANDARD": ["VTIMEZONE"],
    "DAYLIGHT": ["VTIMEZONE"],
}
VALUE_OF_PARAMETER = r'(?:"[^"]*"|[^";:,]*)'
LINE = re.compile(
    rf"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+={VALUE_OF_PARAMETER}(?:,{VALUE_OF_PARAMETER})*)*):(.*)", re.DOTALL
)
CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')


@dataclass
class Line:
    """A content line: its name, its parameters and its raw value."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    """Everything between BEGIN and END."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        return next(iter(self.all(name)), None)

    def value(self, name: str) -> str:
        line = self.first(name)
        return line.value if line else ""


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a calendar."""
    found = bytes_faults(data)
    try:
        text = unfold(data).decode()
    except UnicodeDecodeError as error:
        return [*found, f"not UTF-8 after unfolding: {error}"]
    found += [f"control character {ord(sign):#x}" for sign in sorted(set(CONTROLS.findall(text)))]
    calendar, tree_faults = tree(text)
    if calendar is None:
        return found + tree_faults
    return found + tree_faults + calendar_faults(calendar)


# Bytes.


def unfold(data: bytes) -> bytes:
    return re.sub(rb"\r\n[ \t]", b"", data)


def bytes_faults(data: bytes) -> list[str]:
    found = []
    if re.search(rb"\r(?!\n)|(?<!\r)\n", data):
        found.append("a bare CR or LF")
    if not data.endswith(b"\r\n"):
        found.append("does not end with CRLF")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    if b"" in lines or data.startswith((b" ", b"\t")):
        found.append("an empty line, or a first line that is a continuation")
    for line in lines:
        if len(line) > 75:
            found.append(f"a line of {len(line)} octets: {line[:40]!r}")
        if not is_utf8(line):
            found.append(f"a line ends inside a character: {line[-10:]!r}")
    return found


def is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


# Lines.


def tree(text: str) -> tuple[Component | None, list[str]]:
    """The components, nested."""
    found: list[str] = []
    top = Component("")
    stack = [top]
    for written in text.removesuffix("\r\n").split("\r\n"):
        line = parse_line(written)
        if line is None:
            found.append(f"not a content line: {written[:60]!r}")
        elif line.name == "BEGIN":
            found += open_component(stack, line.value)
        elif line.name == "END":
            if len(stack) == 1 or stack[-1].name != line.value:
                return None, [*found, f"END:{line.value} without its BEGIN"]
            stack.pop()
        elif len(stack) == 1:
            found.append(f"{line.name} is outside the calendar")
        else:
            stack[-1].lines.append(line)
    if len(stack) > 1:
        return None, [*found, f"BEGIN:{stack[-1].name} without its END"]
    if [part.name for part in top.parts] != ["VCALENDAR"]:
        return None, [*found, "not one VCALENDAR"]
    return top.parts[0], found


def parse_line(written: str) -> Line | None:
    match = LINE.fullmatch(written)
    if match is None:
        return None
    parameters = {key.upper(): value.strip('"') for key, value in PARAMETER.findall(match[2])}
    return Line(match[1].upper(), parameters, match[3])


def open_component(stack: list[Component], name: str) -> list[str]:
    parent = stack[-1].name or None
    part = Component(name)
    stack[-1].parts.append(part)
    stack.append(part)
    return [] if parent in COMPONENTS.get(name, []) else [f"a {name} in {parent or 'the file'}"]


# Properties.


def calendar_faults(calendar: Component) -> list[str]:
    found = not_once(calendar, ONCE_IN_CALENDAR)
    if calendar.value("VERSION") != "2.0":
        found.append("VERSION is not 2.0")
    zones = [part.value("TZID") for part in calendar.parts if part.name == "VTIMEZONE"]
    found += [f"VTIMEZONE {zone} twice" for zone, times in Counter(zones).items() if times > 1]
    for component in [calendar, *every_part(calendar)]:
        found += [f"{name} in a calendar to subscribe to" for name in NEVER if component.all(name)]
        found += [fault for line in component.lines for fault in line_faults(line, zones)]
    events = [part for part in calendar.parts if part.name == "VEVENT"]
    masters = {event.value("UID"): event for event in events if not event.all("RECURRENCE-ID")}
    for event in events:
        found += [f"{event.value('UID')}: {fault}" for fault in event_faults(event, masters)]
    for part in calendar.parts:
        found += zone_faults(part) if part.name == "VTIMEZONE" else []
    keys = Counter((event.value("UID"), event.value("RECURRENCE-ID")) for event in events)
    return found + [f"{uid} {day}: the same event twice" for (uid, day), times in keys.items() if times > 1]


def every_part(component: Component):
    for part in component.parts:
        yield part
        yield from every_part(part)


def not_once(component: Component, names: list[str]) -> list[str]:
    return [f"{len(component.all(name))} × {name}" for name in names if len(component.all(name)) != 1]


def line_faults(line: Line, zones: list[str]) -> list[str]:
    found = []
    zone = line.parameters.get("TZID")
    if zone is not None and zone not in zones:
        found.append(f"{line.name}: no VTIMEZONE for {zone}")
    if line.name in TEXTS and not re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", line.value):
        found.append(f"{line.name} is not escaped: {line.value[:60]!r}")
    if line.name == "CATEGORIES" and not re.fullmatch(r"(?:[^\\;]|\\[\\;,nN])*", line.value):
        found.append(f"{line.name} is not escaped: {line.value[:60]!r}")
    return found


def zone_faults(zone: Component) -> list[str]:
    found = not_once(zone, ["TZID"])
    found += ["VTIMEZONE without STANDARD"] if not any(part.name == "STANDARD" for part in zone.parts) else []
    for part in zone.parts:
        found += not_once(part, ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"])
        if not re.fullmatch(r"\d{8}T\d{6}", part.value("DTSTART")):
            found.append(f"{part.name} does not begin at a local time: {part.value('DTSTART')}")
    return found


# Events.


def event_faults(event: Component, masters: dict[str, Component]) -> list[str]:
    found = not_once(event, ONCE_IN_EVENT)
    found += [f"more than one {name}" for name in AT_MOST_ONCE if len(event.all(name)) > 1]
    for name in ["DTSTAMP", "LAST-MODIFIED", "CREATED"]:
        found += [f"{name} is not in UTC" for line in event.all(name) if not is_stamp(line.value)]
    found += ["SEQUENCE is not a number"] if not event.value("SEQUENCE").isdigit() else []
    if event.value("STATUS") not in ["", "CONFIRMED", "TENTATIVE", "CANCELLED"]:
        found.append(f"STATUS {event.value('STATUS')}")
    start = event.first("DTSTART")
    if start is None:
        return found
    if form(start) is None:
        return [*found, f"DTSTART is not in a form that we use: {start.parameters} {start.value}"]
    found += end_faults(event, start)
    if event.all("RECURRENCE-ID"):
        return found + override_faults(event, masters.get(event.value("UID")))
    return found + series_faults(event, start)


def is_stamp(value: str) -> bool:
    return re.fullmatch(r"\d{8}T\d{6}Z", value) is not None and moment(value) is not None


def form(line: Line) -> str | None:
    """Whether a value is a day, a moment in UTC or one in a zone; None if it does not fit its parameters."""
    zone, kind = line.parameters.get("TZID"), line.parameters.get("VALUE", "DATE-TIME")
    values = line.value.split(",")
    if any(moment(value) is None for value in values):
        return None
    shapes = {re.sub(r"\d", "0", value) for value in values}
    if kind == "DATE" and zone is None and shapes == {"0" * 8}:
        return "DATE"
    if kind == "DATE-TIME" and zone is None and shapes == {"00000000T000000Z"}:
        return "UTC"
    if kind == "DATE-TIME" and zone is not None and shapes == {"00000000T000000"}:
        return zone
    return None


def moment(value: str) -> datetime | None:
    for shape in ["%Y%m%d", "%Y%m%dT%H%M%S", "%Y%m%dT%H%M%SZ"]:
        try:
            return datetime.strptime(value, shape)
        except ValueError:
            pass
    return None


def end_faults(event: Component, start: Line) -> list[str]:
    end = event.first("DTEND")
    if end is None:
        return []
    if event.all("DURATION"):
        return ["DTEND and DURATION"]
    if form(end) != form(start):
        return ["DTEND has a different form from DTSTART"]
    return [] if moment(end.value) > moment(start.value) else ["DTEND is not after DTSTART"]


def override_faults(event: Component, master: Component | None) -> list[str]:
    found = [f"{name} in an override" for name in ["RRULE", "EXDATE", "RDATE"] if event.all(name)]
    if master is None or master.first("DTSTART") is None:
        return [*found, "RECURRENCE-ID without its series"]
    was = event.first("RECURRENCE-ID")
    if form(was) != form(master.first("DTSTART")):
        return [*found, "RECURRENCE-ID has a different form from DTSTART"]
    known = starts(master)
    if known is not None and was.value not in known:
        return [*found, f"RECURRENCE-ID {was.value} is not a day of its series"]
    return found


def series_faults(event: Component, start: Line) -> list[str]:
    found = []
    rule = event.first("RRULE")
    days = [line for name in ["EXDATE", "RDATE"] for line in event.all(name)]
    found += [f"{line.name} has a different form from DTSTART" for line in days if form(line) != form(start)]
    if rule is None:
        return found + (["EXDATE without RRULE"] if event.all("EXDATE") else [])
    until = re.search(r"UNTIL=([^;]*)", rule.value)
    if until is not None and "COUNT=" in rule.value:
        found.append("COUNT and UNTIL")
    if until is not None and not fits_until(until[1], form(start)):
        return [*found, f"UNTIL={until[1]} does not fit DTSTART"]
    known = starts(event, with_exceptions=False)
    if known is None:
        return [*found, f"RRULE {rule.value} is not a valid rule"]
    if not known:
        return [*found, "RRULE without a day"]
    found += [f"DTSTART {start.value} is not a day of its rule"] if start.value not in known else []
    excepted = [value for line in event.all("EXDATE") for value in line.value.split(",")]
    found += [f"EXDATE {value} twice" for value, times in Counter(excepted).items() if times > 1]
    return found + [f"EXDATE {value} is not a day of its rule" for value in excepted if value not in known]


def fits_until(until: str, start_form: str | None) -> bool:
    shape = re.sub(r"\d", "0", until)
    return moment(until) is not None and shape == ("00000000" if start_form == "DATE" else "00000000T000000Z")


def starts(event: Component, with_exceptions: bool = True) -> set[str] | None:
    """The starts of a series by its own clock, for fifteen years; None if its rule cannot be read."""
    start = event.first("DTSTART")
    first, rule = moment(start.value), event.value("RRULE")
    if not rule or first is None:
        return {start.value}
    horizon = first.replace(year=first.year + 15, day=min(first.day, 28))
    try:
        days = rrulestr(local_until(rule, start), dtstart=first).between(first, horizon, inc=True)
    except ValueError:
        return None
    shape = "%Y%m%d" if form(start) == "DATE" else "%Y%m%dT%H%M%S"
    excepted = {value for line in event.all("EXDATE") for value in line.value.split(",")}
    return {day.strftime(shape) for day in days} - (excepted if with_exceptions else set())


def local_until(rule: str, start: Line) -> str:
    """The rule with UNTIL by the wall clock of the zone of DTSTART."""
    until = re.search(r"UNTIL=(\d{8}T\d{6}Z)", rule)
    zone = start.parameters.get("TZID")
    if until is None or zone is None:
        return rule.replace("Z", "") if until else rule
    local = moment(until[1]).replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return rule.replace(until[1], f"{local:%Y%m%dT%H%M%S}")

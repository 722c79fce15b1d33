"""A small built site with correct calendars, and what the program would print about them."""

import json
import stat
import sys
from pathlib import Path

RANGE = ("2026-10-20", "2027-04-10")

ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""

HEAD = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Dorpsplein//Sample//NL
NAME:Agenda van Proefdorp
X-WR-CALNAME:Agenda van Proefdorp
X-WR-TIMEZONE:Europe/Amsterdam
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
{ZONE}"""

STAMPS = """\
DTSTAMP:20261001T000000Z
LAST-MODIFIED:20261001T000000Z
SEQUENCE:0
"""

COFFEE = f"""\
BEGIN:VEVENT
UID:koffie.proefdorp@dorpsplein
{STAMPS}SUMMARY:Koffie\\, thee\\; en meer
DESCRIPTION:Iedereen is welkom in het café\\, ook wie er nog nooit wa
 s. Er is koffie en zelfgebakken koek.\\nTot dan!
LOCATION:De Esrand\\, Eskamer
DTSTART;TZID=Europe/Amsterdam:20261020T100000
DTEND;TZID=Europe/Amsterdam:20261020T113000
RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117T225959Z
EXDATE;TZID=Europe/Amsterdam:20261103T100000
END:VEVENT
BEGIN:VEVENT
UID:koffie.proefdorp@dorpsplein
RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000
{STAMPS}SUMMARY:Koffie\\, thee\\; en meer
LOCATION:Kerk
DTSTART;TZID=Europe/Amsterdam:20261111T140000
DTEND;TZID=Europe/Amsterdam:20261111T153000
END:VEVENT
BEGIN:VEVENT
UID:koffie.proefdorp@dorpsplein
RECURRENCE-ID;TZID=Europe/Amsterdam:20261117T100000
{STAMPS}SUMMARY:Afgelast: Koffie\\, thee\\; en meer
LOCATION:De Esrand\\, Eskamer
STATUS:CANCELLED
DTSTART;TZID=Europe/Amsterdam:20261117T100000
DTEND;TZID=Europe/Amsterdam:20261117T113000
END:VEVENT
BEGIN:VEVENT
UID:koffie.proefdorp-2@dorpsplein
{STAMPS}SUMMARY:Koffie\\, thee\\; en meer
LOCATION:De Esrand\\, Eskamer
DTSTART;TZID=Europe/Amsterdam:20261201T100000
DTEND;TZID=Europe/Amsterdam:20261201T113000
END:VEVENT
"""

OTHERS = f"""\
BEGIN:VEVENT
UID:nacht.proefdorp@dorpsplein
{STAMPS}SUMMARY:Nacht
DTSTART;TZID=Europe/Amsterdam:20261025T023000
DTEND;TZID=Europe/Amsterdam:20261025T043000
RRULE:FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;UNTIL=20270328T215959Z
END:VEVENT
BEGIN:VEVENT
UID:markt.proefdorp@dorpsplein
{STAMPS}SUMMARY:Markt
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261208
RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20261220
EXDATE;VALUE=DATE:20261215
END:VEVENT
BEGIN:VEVENT
UID:borrel.proefdorp@dorpsplein
{STAMPS}SUMMARY:Borrel
DTSTART;TZID=Europe/Amsterdam:20270101T160000
END:VEVENT
"""

TAIL = "END:VCALENDAR\n"


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def agenda() -> bytes:
    return crlf(HEAD + COFFEE + OTHERS + TAIL)


def coffee() -> bytes:
    return crlf(HEAD + COFFEE + TAIL)


def others() -> bytes:
    return crlf(HEAD + OTHERS + TAIL)


def occurrence(event: str, title: str, start: str, **more) -> dict:
    basic = {"event": event, "title": title, "uid": f"{event}.proefdorp@dorpsplein", "all_day": "T" not in start}
    return basic | {"start": start, "status": "scheduled"} | more


def cup(start: str, end: str, **more) -> dict:
    place = {"venue": "De Esrand", "room": "Eskamer", "announced": start}
    return occurrence("koffie", "Koffie, thee; en meer", start, **(place | {"end": end} | more))


def kerk(start: str, end: str, **more) -> dict:
    return {key: value for key, value in cup(start, end, **(more | {"venue": "Kerk"})).items() if key != "room"}


OCCURRENCES = [
    cup("2026-10-20T10:00:00+02:00", "2026-10-20T11:30:00+02:00"),
    occurrence("nacht", "Nacht", "2026-10-25T02:30:00+02:00", end="2026-10-25T04:30:00+01:00"),
    cup("2026-10-27T10:00:00+01:00", "2026-10-27T11:30:00+01:00"),
    kerk(
        "2026-11-11T14:00:00+01:00",
        "2026-11-11T15:30:00+01:00",
        announced="2026-11-10T10:00:00+01:00",
        status="moved",
    ),
    cup("2026-11-17T10:00:00+01:00", "2026-11-17T11:30:00+01:00", status="cancelled"),
    cup("2026-12-01T10:00:00+01:00", "2026-12-01T11:30:00+01:00"),
    occurrence("markt", "Markt", "2026-12-05", end="2026-12-07"),
    occurrence("borrel", "Borrel", "2027-01-01T16:00:00+01:00"),
    occurrence("nacht", "Nacht", "2027-03-28T03:30:00+02:00", end="2027-03-28T04:30:00+02:00"),
]

PROGRAM = """\
#!{python}
import json, sys
asked = dict(zip(sys.argv[3::2], sys.argv[4::2]))
found = [one for one in json.load(open({occurrences!r})) if asked.get("--event", one["event"]) == one["event"]]
head = {{"agenda": 1, "from": asked["--from"], "until": asked["--until"], "time_zone": "Europe/Amsterdam"}}
print(json.dumps(head | {{"occurrences": found}}))
"""


def write_program(folder: Path, occurrences: list[dict]) -> Path:
    """Writes a program that prints these occurrences whatever its arguments, or only those of `--event`."""
    folder.mkdir(parents=True, exist_ok=True)
    said = folder / "occurrences.json"
    said.write_text(json.dumps(occurrences))
    program = folder / "program"
    program.write_text(PROGRAM.format(python=sys.executable, occurrences=str(said)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def write_site(output: Path, everything: bytes, of_coffee: bytes) -> None:
    """Writes calendars to the addresses where they belong."""
    output.mkdir(parents=True, exist_ok=True)
    (output / "agenda.ics").write_bytes(everything)
    for slug in ["koffie", "nacht", "markt", "borrel"]:
        (output / "agenda" / slug).mkdir(parents=True, exist_ok=True)
        (output / "agenda" / slug / "agenda.ics").write_bytes(of_coffee if slug == "koffie" else one_of_others(slug))


def one_of_others(slug: str) -> bytes:
    events = [f"BEGIN:VEVENT\n{text}" for text in OTHERS.split("BEGIN:VEVENT\n")[1:]]
    return crlf(HEAD + "".join(event for event in events if f"UID:{slug}." in event) + TAIL)

"""Shows that every check of the calendars can fail, by giving each a calendar that is wrong in one way.
Usage: selftest.py FOLDER_OF_NODE"""

import subprocess
import sys
import tempfile
from datetime import date, time
from pathlib import Path

import recurrence
import sample
import stable
from ics_form import faults
from program import finish

HERE = Path(__file__).parent
ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Koffie\r\nEND:VALARM\r\n"
SECOND = "UID:koffie.proefdorp-2@dorpsplein".encode()
ZONED = b"DTSTART;TZID=Europe/Amsterdam:20261020T100000\r\n"
STOP = b"SUMMARY:Borrel\r\n"

# The expected fault, the correct text, the wrong text in its place.
WRONG_FORM = [
    ("a bare CR or LF", b"VERSION:2.0\r\n", b"VERSION:2.0\n"),
    ("a bare CR or LF", b"VERSION:2.0\r\n", b"VERSION:2.0\r\r\n"),
    ("does not end with CRLF", b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
    ("an empty line", b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n"),
    ("a first line that is a continuation", b"BEGIN:VCALENDAR\r\n", b" BEGIN:VCALENDAR\r\n"),
    ("a line of 76 octets", STOP, b"SUMMARY:" + b"x" * 68 + b"\r\n"),
    ("a line of 76 octets", STOP, b"SUMMARY:x\r\n " + b"x" * 75 + b"\r\n"),
    ("a line ends inside a character", "é".encode(), b"\xc3\r\n \xa9"),
    ("not UTF-8", "é".encode(), b"\xe9"),
    ("control character 0x7", STOP, b"SUMMARY:Bor\x07rel\r\n"),
    ("control character 0x9", STOP, b"SUMMARY:Bor\trel\r\n"),
    ("control character 0x7f", STOP, b"SUMMARY:Bor\x7frel\r\n"),
    ("control character 0x85", STOP, "SUMMARY:Bor\u0085rel\r\n".encode()),
    ("control character 0xfeff", b"BEGIN:VCALENDAR\r\n", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n"),
    ("not a content line", STOP, b"SUMMARY:Borrel\r\nen meer\r\n"),
    ("without its BEGIN", b"END:STANDARD\r\n", b"END:DAYLIGHT\r\n"),
    ("without its END", b"END:VCALENDAR\r\n", b"X-LAST:1\r\n"),
    ("outside the calendar", b"BEGIN:VCALENDAR\r\n", b"X-FIRST:1\r\nBEGIN:VCALENDAR\r\n"),
    ("not one VCALENDAR", b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ("a VALARM in VEVENT", STOP, STOP + ALARM),
    ("a VTODO in VCALENDAR", b"END:VCALENDAR\r\n", b"BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"),
    ("VERSION is not 2.0", b"VERSION:2.0", b"VERSION:1.0"),
    ("0 × PRODID", b"PRODID:", b"X-PRODID:"),
    ("0 × NAME", b"\r\nNAME:", b"\r\nX-NAME:"),
    ("0 × X-WR-CALNAME", b"X-WR-CALNAME", b"X-CALNAME"),
    ("0 × X-WR-TIMEZONE", b"X-WR-TIMEZONE", b"X-TIMEZONE"),
    ("0 × REFRESH-INTERVAL", b"REFRESH-INTERVAL", b"X-REFRESH"),
    ("0 × X-PUBLISHED-TTL", b"X-PUBLISHED-TTL", b"X-TTL"),
    ("METHOD in a calendar", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"),
    ("ORGANIZER in a calendar", STOP, STOP + b"ORGANIZER:mailto:a@dorp.example\r\n"),
    ("ATTENDEE in a calendar", STOP, STOP + b"ATTENDEE:mailto:a@dorp.example\r\n"),
    ("no VTIMEZONE for Europe/Berlin", ZONED, ZONED.replace(b"Amsterdam", b"Berlin")),
    ("no VTIMEZONE for Europe/Amsterdam", b"TZID:Europe/Amsterdam", b"TZID:Europe/Brussels"),
    ("VTIMEZONE Europe/Amsterdam twice", b"BEGIN:VTIMEZONE", sample.crlf(sample.ZONE) + b"BEGIN:VTIMEZONE"),
    ("STANDARD does not begin at a local time", b"DTSTART:19961027T030000", b"DTSTART:19961027T010000Z"),
    ("0 × TZOFFSETTO", b"TZOFFSETTO:+0200", b"X-TO:+0200"),
    ("SUMMARY is not escaped", STOP, b"SUMMARY:Borrel, met hapjes\r\n"),
    ("SUMMARY is not escaped", STOP, b"SUMMARY:Borrel; met hapjes\r\n"),
    ("SUMMARY is not escaped", STOP, b"SUMMARY:Borrel \\x\r\n"),
    ("LOCATION is not escaped", b"LOCATION:Kerk", b"LOCATION:Kerk, Brink 1"),
    ("DESCRIPTION is not escaped", "café\\,".encode(), "café,".encode()),
    ("CATEGORIES is not escaped", STOP, STOP + b"CATEGORIES:Koffie;thee\r\n"),
    ("0 × UID", SECOND, b"X-" + SECOND),
    ("0 × DTSTAMP", SECOND + b"\r\nDTSTAMP", SECOND + b"\r\nX-STAMP"),
    ("0 × SEQUENCE", b"SEQUENCE:0\r\nSUMMARY:Borrel", b"SUMMARY:Borrel"),
    ("0 × LAST-MODIFIED", b"LAST-MODIFIED", b"X-MODIFIED"),
    ("0 × DTSTART", b"DTSTART;TZID=Europe/Amsterdam:20270101T160000\r\n", b""),
    ("0 × SUMMARY", STOP, b""),
    ("DTSTAMP is not in UTC", b"DTSTAMP:20261001T000000Z", b"DTSTAMP:20261001T000000"),
    ("LAST-MODIFIED is not in UTC", b"LAST-MODIFIED:20261001T000000Z", b"LAST-MODIFIED:20261001"),
    ("SEQUENCE is not a number", b"SEQUENCE:0", b"SEQUENCE:-1"),
    ("more than one LOCATION", b"LOCATION:Kerk", b"LOCATION:Kerk\r\nLOCATION:Brink"),
    ("STATUS MOVED", STOP, STOP + b"STATUS:MOVED\r\n"),
    ("DTSTART is not in a form", b"DTSTART;VALUE=DATE:20261205", b"DTSTART:20261205"),
    ("DTSTART is not in a form", ZONED, b"DTSTART:20261020T100000\r\n"),
    ("DTSTART is not in a form", ZONED, b"DTSTART;TZID=Europe/Amsterdam:20261032T100000\r\n"),
    ("DTEND and DURATION", b"DTEND;VALUE=DATE:20261208", b"DTEND;VALUE=DATE:20261208\r\nDURATION:P3D"),
    ("DTEND has a different form", b"DTEND;VALUE=DATE:20261208", b"DTEND:20261208T100000Z"),
    ("DTEND is not after DTSTART", b"DTEND;VALUE=DATE:20261208", b"DTEND;VALUE=DATE:20261205"),
    ("EXDATE has a different form", b"EXDATE;TZID=Europe/Amsterdam:20261103T100000", b"EXDATE:20261103T090000Z"),
    ("EXDATE has a different form", b"EXDATE;TZID=Europe/Amsterdam:20261103T100000", b"EXDATE;VALUE=DATE:20261103"),
    ("EXDATE has a different form", b"EXDATE;VALUE=DATE:20261215", b"EXDATE;TZID=Europe/Amsterdam:20261215T000000"),
    ("EXDATE 20261215 twice", b"EXDATE;VALUE=DATE:20261215", b"EXDATE;VALUE=DATE:20261215,20261215"),
    ("EXDATE 20261216 is not a day of its rule", b"EXDATE;VALUE=DATE:20261215", b"EXDATE;VALUE=DATE:20261216"),
    ("EXDATE without RRULE", b"RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20261220\r\n", b""),
    ("RECURRENCE-ID has a different form", b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000",
     b"RECURRENCE-ID;VALUE=DATE:20261110"),
    ("RECURRENCE-ID has a different form", b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000",
     b"RECURRENCE-ID:20261110T090000Z"),
    ("RECURRENCE-ID 20261110T110000 is not a day", b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000",
     b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T110000"),
    ("RECURRENCE-ID 20261103T100000 is not a day", b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000",
     b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261103T100000"),
    ("RECURRENCE-ID without its series", b"UID:koffie.proefdorp@dorpsplein\r\nRECURRENCE-ID",
     b"UID:thee.proefdorp@dorpsplein\r\nRECURRENCE-ID"),
    ("RRULE in an override", b"LOCATION:Kerk\r\n", b"LOCATION:Kerk\r\nRRULE:FREQ=DAILY\r\n"),
    ("the same event twice", b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261117T100000",
     b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000"),
    ("the same event twice", SECOND, b"UID:koffie.proefdorp@dorpsplein"),
    ("UNTIL=20261117T225959 does not fit", b"UNTIL=20261117T225959Z", b"UNTIL=20261117T225959"),
    ("UNTIL=20261117 does not fit", b"UNTIL=20261117T225959Z", b"UNTIL=20261117"),
    ("UNTIL=20261220T225959Z does not fit", b"UNTIL=20261220", b"UNTIL=20261220T225959Z"),
    ("COUNT and UNTIL", b"UNTIL=20261220", b"UNTIL=20261220;COUNT=2"),
    ("RRULE FREQ=FOO", b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=FOO"),
    ("RRULE without a day", b"UNTIL=20261220", b"UNTIL=20261201"),
    ("DTSTART 20261020T100000 is not a day of its rule", b"BYDAY=TU", b"BYDAY=WE"),
]  # fmt: skip

# What the checks in Python and in Node should report about calendars that are well formed, and the change.
WRONG_CONTENT = [
    ("missing", "missing", b"EXDATE;VALUE=DATE:20261215", b"EXDATE;VALUE=DATE:20261205"),
    ("too many", "too many", b"EXDATE;VALUE=DATE:20261215\r\n", b""),
    ("too many koffie", "too many", b"UNTIL=20261117T225959Z", b"COUNT=6"),
    ("cancelled", "true]", b"STATUS:CANCELLED\r\n", b""),
    ("cancelled", "true]", b"LOCATION:Kerk\r\n", b"LOCATION:Kerk\r\nSTATUS:CANCELLED\r\n"),
    ("missing koffie", "missing", b"20261111T153000", b"20261111T160000"),
    ("missing markt", "missing", b"DTEND;VALUE=DATE:20261208\r\n", b""),
    ("missing borrel", "missing", b"20270101T160000", b"20270101T170000"),
    ("unknown uid", "unknown uid", b"UID:koffie.proefdorp-2@", b"UID:thee.proefdorp@"),
    ("title is not", None, STOP, b"SUMMARY:Drankje\r\n"),
    ("venue is not", None, b"LOCATION:Kerk", b"LOCATION:Spil"),
    ("room is not", None, b"Esrand\\, Eskamer", b"Esrand"),
    ("has no override", None, b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261110T100000",
     b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261027T100000"),
    # Only a reader that takes the zone from the calendar itself sees this one.
    (None, "missing", b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0130"),
]  # fmt: skip


def swap(right: bytes, wrong: bytes, data: bytes) -> bytes:
    assert right in data, right
    return data.replace(right, wrong, 1)


def check_form() -> list[str]:
    missed = [f"a correct calendar: {fault}" for fault in faults(sample.agenda())]
    for said, right, wrong in WRONG_FORM:
        found = faults(swap(right, wrong, sample.agenda()))
        missed += [] if any(said in fault for fault in found) else [f"{said!r} was not reported, but {found}"]
    return missed


# The checks as they run on a site.


def judge(command: list[str], folder: Path, everything: bytes, occurrences: list[dict]) -> tuple[int, str]:
    sample.write_site(folder / "public", everything, sample.coffee())
    program = sample.write_program(folder, occurrences)
    whole = [*command, str(program), str(folder), str(folder / "public"), *sample.RANGE]
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def check_judge(name: str, command: list[str], said_of: int, folder: Path) -> list[str]:
    code, said = judge(command, folder, sample.agenda(), sample.OCCURRENCES)
    missed = [] if code == 0 and "no difference" in said else [f"{name}, of a correct site: {said}"]
    for case in WRONG_CONTENT:
        wanted, right, wrong = case[said_of], *case[2:]
        if wanted is None:
            continue
        code, said = judge(command, folder, swap(right, wrong, sample.agenda()), sample.OCCURRENCES)
        missed += [] if code == 1 and wanted in said else [f"{name}: {wrong!r} did not give {wanted!r}, but {said}"]
    code, said = judge(command, folder, sample.agenda(), sample.OCCURRENCES[1:])
    return missed + ([] if code == 1 and "too many" in said else [f"{name}: one occurrence too few gave {said}"])


def check_more(command: list[str], folder: Path) -> list[str]:
    """Tries a calendar of one event with other events, one that differs from agenda.ics, and one that is missing."""
    missed = []
    alone = folder / "public" / "agenda" / "koffie" / "agenda.ics"
    sample.write_site(folder / "public", sample.agenda(), sample.coffee())
    program = sample.write_program(folder, sample.OCCURRENCES)
    whole = [*command, str(program), str(folder), str(folder / "public"), *sample.RANGE]
    louder = swap(b"SEQUENCE:0", b"SEQUENCE:1", sample.coffee())
    for said, calendar in [("missing", sample.others()), ("differs from agenda.ics", louder), ("no calendar", None)]:
        alone.unlink() if calendar is None else alone.write_bytes(calendar)
        done = subprocess.run(whole, capture_output=True, text=True, check=False)
        seen = done.returncode == 1 and said in done.stderr
        missed += [] if seen else [f"{said!r} was not reported, but {done.stdout}{done.stderr}"]
    return missed


# Rules and days.


def check_recurrence() -> list[str]:
    one = recurrence.Series("koffie", "FREQ=WEEKLY;UNTIL=20261108", date(2026, 10, 25), time(2, 30), time(4, 30))
    wanted = recurrence.expected(one)
    printed = [
        {"event": "koffie", "uid": "koffie@dorp", "all_day": False, "status": "scheduled", "start": start, "end": end}
        for start, end in [
            ("2026-10-25T02:30:00+02:00", "2026-10-25T04:30:00+01:00"),
            ("2026-11-01T02:30:00+01:00", "2026-11-01T04:30:00+01:00"),
            ("2026-11-08T02:30:00+01:00", "2026-11-08T04:30:00+01:00"),
        ]
    ]
    printed = [item | {"announced": item["start"]} for item in printed]
    second = {"start": "2026-10-25T02:30:00+01:00", "announced": "2026-10-25T02:30:00+01:00"}
    cases = [
        ("", printed),
        ("missing", printed[:2]),
        ("missing", [printed[0] | second, *printed[1:]]),
        ("too many", [*printed, printed[2]]),
        ("not as scheduled", [printed[0] | {"status": "moved"}, *printed[1:]]),
        ("several uids", [printed[0] | {"uid": "thee@dorp"}, *printed[1:]]),
    ]
    found = [(said, recurrence.compare(one, wanted, items)) for said, items in cases]
    missed = [f"{said!r} was not reported, but {text}" for said, text in found if bool(said) != bool(text)]
    missed += [f"{said!r} was not reported, but {text}" for said, text in found if said and said not in "".join(text)]
    upside_down = recurrence.unsorted(printed[::-1])
    return missed + ([] if upside_down and not recurrence.unsorted(printed) else ["the wrong order was not reported"])


def check_stable() -> list[str]:
    same, other = {"agenda.ics": sample.agenda()}, {"agenda.ics": sample.coffee()}
    missed = [f"stable: {said}" for said in stable.compare(same, dict(same))]
    missed += [] if stable.compare(same, other) else ["stable: a changed calendar was not reported"]
    return missed + ([] if stable.compare(same, {}) else ["stable: a missing calendar was not reported"])


def main(tools: Path) -> None:
    python, node = [sys.executable, str(HERE / "calendars.py")], ["node", str(tools / "calendars.mjs")]
    with tempfile.TemporaryDirectory() as folder:
        missed = check_form()
        missed += check_judge("icalendar", python, 0, Path(folder) / "python")
        missed += check_judge("ical.js", node, 1, Path(folder) / "node")
        missed += check_more(python, Path(folder) / "more")
    missed += check_recurrence() + check_stable()
    count = len(WRONG_FORM) + len(WRONG_CONTENT)
    finish("selftest", missed, f"{count} calendars that are wrong in one way were all caught")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

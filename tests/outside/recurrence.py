"""Checks 2,000 random recurrence rules against python-dateutil. Usage: recurrence.py PROGRAM, or
recurrence.py --write FOLDER NUMBER to write a village with that many of them."""

import random
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from dateutil.tz import datetime_ambiguous, resolve_imaginary

from program import agenda, finish

RULES = 2000
SEED = 5545
ZONE = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = date(2026, 1, 1), date(2029, 12, 31)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# Days on which the clocks skip or repeat an hour, and the day that most years lack.
ODD_STARTS = [date(2028, 2, 29), date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2028, 10, 29)]


@dataclass
class Series:
    """A recurring event, as written in the village."""

    slug: str
    rule: str
    start: date
    begin: time | None
    end: time | None


# Rules, part by part.


def some(rng: random.Random, pool: list, most: int) -> list:
    return rng.sample(pool, rng.randint(1, min(most, len(pool))))


def listed(key: str, values: list) -> dict[str, str]:
    return {key: ",".join(str(value) for value in values)}


def plain_days(rng: random.Random) -> dict[str, str]:
    return listed("BYDAY", some(rng, DAYS, 4))


def nth_days(rng: random.Random, most: int) -> dict[str, str]:
    nths = [nth for nth in range(-most, most + 1) if nth != 0]
    pairs = [f"{rng.choice(nths)}{day}" for day in some(rng, DAYS, 3)]
    return listed("BYDAY", pairs)


def month_days(rng: random.Random) -> dict[str, str]:
    ends = [-31, -30, -29, -2, -1, 1, 28, 29, 30, 31]
    pool = ends if rng.random() < 0.4 else [day for day in range(-31, 32) if day != 0]
    return listed("BYMONTHDAY", some(rng, pool, 5))


def months(rng: random.Random) -> dict[str, str]:
    return listed("BYMONTH", some(rng, list(range(1, 13)), 4))


def positions(rng: random.Random) -> dict[str, str]:
    pool = [-31, -10, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 10, 23, 31]
    return listed("BYSETPOS", some(rng, pool, 3))


def daily(rng: random.Random) -> dict[str, str]:
    parts = plain_days(rng) if rng.random() < 0.25 else {}
    parts |= month_days(rng) if rng.random() < 0.15 else {}
    return parts | (months(rng) if rng.random() < 0.25 else {})


def weekly(rng: random.Random) -> dict[str, str]:
    parts = plain_days(rng) if rng.random() < 0.75 else {}
    return parts | (months(rng) if rng.random() < 0.2 else {})


def monthly(rng: random.Random) -> dict[str, str]:
    kind = rng.randrange(6)
    parts = nth_days(rng, 5) if kind in (1, 2) else {}
    parts |= plain_days(rng) if kind in (3, 5) else {}
    parts |= month_days(rng) if kind in (4, 5) else {}
    if parts and rng.random() < 0.4:
        parts |= positions(rng)
    return parts | (months(rng) if rng.random() < 0.2 else {})


def yearly(rng: random.Random) -> dict[str, str]:
    kind = rng.randrange(9)
    parts = months(rng) if kind in (1, 2, 3, 4, 5) else {}
    parts |= month_days(rng) if kind in (2, 5, 6) else {}
    parts |= plain_days(rng) if kind in (3, 5, 7) else {}
    parts |= nth_days(rng, 5) if kind == 4 else {}
    return parts | (nth_days(rng, 53) if kind == 8 else {})


KINDS = {"DAILY": daily, "WEEKLY": weekly, "MONTHLY": monthly, "YEARLY": yearly}


def ending(rng: random.Random, frequency: str, start: date) -> dict[str, str]:
    kind = rng.random()
    if kind < 0.3:
        return {"COUNT": str(rng.randint(1, 30 if frequency == "YEARLY" else 300))}
    if kind < 0.6:
        return {"UNTIL": f"{start + timedelta(days=rng.randint(0, 2200)):%Y%m%d}"}
    return {}


def text(parts: dict[str, str]) -> str:
    return ";".join(f"{key}={value}" for key, value in parts.items())


def one_rule(rng: random.Random, start: date) -> str:
    frequency = rng.choice(list(KINDS))
    body = KINDS[frequency](rng)
    if rng.random() < 0.6:
        body["INTERVAL"] = str(rng.randint(1, 6))
    if rng.random() < 0.3:
        body["WKST"] = rng.choice(DAYS)
    end = ending(rng, frequency, start)
    if not happens(text({"FREQ": frequency, **body}), end.get("UNTIL"), start):
        return one_rule(rng, start)
    others = list((body | end).items())
    rng.shuffle(others)
    return text(dict([("FREQ", frequency), *others]))


def happens(body: str, until: str | None, start: date) -> bool:
    """Whether a rule has a day within twenty years. dateutil searches up to the year 9999 for a rule without days,
    so it starts 7,600 years later, which is a multiple of 400 and keeps the days of the week the same."""
    later = relativedelta(years=7600)
    first = next(iter(rrulestr(body, dtstart=datetime.combine(start + later, time()))), None)
    horizon = f"{start + relativedelta(years=20):%Y%m%d}"
    return first is not None and f"{first - later:%Y%m%d}" <= min(until or horizon, horizon)


# Events around the rules.


def one_start(rng: random.Random) -> date:
    if rng.random() < 0.1:
        return rng.choice(ODD_STARTS)
    return FIRST + timedelta(days=rng.randrange((date(2028, 12, 31) - FIRST).days + 1))


def one_begin(rng: random.Random) -> time | None:
    kind = rng.random()
    if kind < 0.15:
        return None
    if kind < 0.4:
        return rng.choice([time(2), time(2, 30), time(2, 59), time(1, 59), time(3), time(0)])
    return time(rng.randrange(24), rng.choice([0, 15, 30, 45]))


def one_end(rng: random.Random, begin: time | None) -> time | None:
    """A time later that day, or in the night after an evening; past the hour that clocks skip."""
    if begin is None or rng.random() < 0.3:
        return None
    if begin.hour >= 20:
        return time(rng.randrange(4), 30)
    earliest = max(begin.hour + 1, 4) if begin.hour in (1, 2) else begin.hour + 1
    return time(rng.randint(earliest, 23), begin.minute)


def series(rng: random.Random) -> list[Series]:
    found = []
    for number in range(1, RULES + 1):
        start, begin = one_start(rng), one_begin(rng)
        found.append(Series(f"r{number:04}", one_rule(rng, start), start, begin, one_end(rng, begin)))
    return found


def yaml(one: Series, number: int) -> str:
    lines = [f"- titel: Regel {one.slug[1:]}", f"  slug: {one.slug}"]
    lines += [f'  begin: "{one.begin:%H:%M}"'] if one.begin else []
    lines += [f'  einde: "{one.end:%H:%M}"'] if one.end else []
    prefix = "RRULE:" if number % 2 else ""
    return "\n".join([*lines, f'  herhaling: "{prefix}{one.rule}"', f"  vanaf: {one.start}"])


def write_village(folder: Path, all_series: list[Series]) -> None:
    (folder / "agenda").mkdir(parents=True)
    (folder / "site.yaml").write_text("naam: Proefdorp\n")
    events = [yaml(one, number) for number, one in enumerate(all_series)]
    (folder / "agenda" / "rules.yaml").write_text("\n".join(events) + "\n")


# What should be printed.


def naive_starts(one: Series) -> list[datetime]:
    """The starts by the wall clock; UNTIL includes the whole of its day."""
    rule = rrulestr(
        ";".join(f"{part}T235959" if part.startswith("UNTIL=") else part for part in one.rule.split(";")),
        dtstart=datetime.combine(one.start, one.begin or time()),
    )
    return rule.between(datetime.combine(FIRST, time()), datetime.combine(LAST, time.max), inc=True)


def moment(naive: datetime) -> str:
    """The moment in the zone: a time that does not exist moves forward, of one that occurs twice the first counts."""
    return resolve_imaginary(naive.replace(tzinfo=ZONE, fold=0)).isoformat()


def expected(one: Series) -> list[tuple]:
    if one.begin is None:
        return [(day.date().isoformat(), None, True) for day in naive_starts(one)]
    return [(moment(start), end_of(one, start), False) for start in naive_starts(one)]


def end_of(one: Series, start: datetime) -> str | None:
    if one.end is None:
        return None
    night = timedelta(days=1 if one.end <= one.begin else 0)
    return moment(datetime.combine(start.date() + night, one.end))


# The comparison.


def describe(items: list[tuple]) -> str:
    shown = ", ".join(f"{start} – {end or '?'}" for start, end, _ in items[:3])
    return f"{shown} and {len(items) - 3} more" if len(items) > 3 else shown


def compare(one: Series, wanted: list[tuple], printed: list[dict]) -> list[str]:
    got = [(item["start"], item.get("end"), item["all_day"]) for item in printed]
    missing = list((Counter(wanted) - Counter(got)).elements())
    extra = list((Counter(got) - Counter(wanted)).elements())
    odd = [item for item in printed if item["status"] != "scheduled" or item["announced"] != item["start"]]
    said = [f"missing {describe(missing)}"] if missing else []
    said += [f"too many {describe(extra)}"] if extra else []
    said += [f"not as scheduled: {odd[0]}"] if odd else []
    said += ["several uids"] if len({item["uid"] for item in printed}) > 1 else []
    return [f"{one.slug} {one.rule} from {one.start} {one.begin or 'all day'}: {'; '.join(said)}"] if said else []


def unsorted(printed: list[dict]) -> list[str]:
    """Days must be in order, and so must the moments within a day."""
    days = [item["start"][:10] for item in printed]
    moments = [datetime.fromisoformat(item["start"]) for item in printed if not item["all_day"]]
    return [f"{later} comes before {sooner}" for later, sooner in falls(days) + falls(moments)]


def falls(values: list) -> list[tuple]:
    return [(one, other) for one, other in zip(values, values[1:], strict=False) if one > other]


def judge(all_series: list[Series], printed: dict) -> tuple[list[str], int]:
    by_event = defaultdict(list)
    for item in printed["occurrences"]:
        by_event[item["event"]].append(item)
    differences = unsorted(printed["occurrences"])
    count = 0
    for one in all_series:
        wanted = expected(one)
        count += len(wanted)
        differences += compare(one, wanted, by_event.pop(one.slug, []))
    return differences + [f"{slug} is not an event of the village" for slug in by_event], count


def hard_cases(all_series: list[Series]) -> tuple[int, int]:
    """How many starts do not exist, and how many occur twice."""
    gaps = twice = 0
    for one in all_series:
        if one.begin is None or one.begin.hour != 2:
            continue
        starts = [start.replace(tzinfo=ZONE) for start in naive_starts(one)]
        gaps += sum(resolve_imaginary(start) != start for start in starts)
        twice += sum(datetime_ambiguous(start) for start in starts)
    return gaps, twice


def main(program: str) -> None:
    all_series = series(random.Random(SEED))
    gaps, twice = hard_cases(all_series)
    assert gaps > 20 and twice > 20, (gaps, twice)
    with tempfile.TemporaryDirectory() as folder:
        village = Path(folder) / "proefdorp"
        write_village(village, all_series)
        printed = agenda(program, str(village), str(FIRST), str(LAST))
    assert printed["time_zone"] == "Europe/Amsterdam", printed["time_zone"]
    differences, count = judge(all_series, printed)
    hard = f"{gaps} at times that do not exist, {twice} at times that occur twice"
    finish("recurrence", differences, f"{RULES} rules, {count} occurrences ({hard}), no difference")


if __name__ == "__main__":
    if sys.argv[1] == "--write":
        write_village(Path(sys.argv[2]), series(random.Random(SEED))[: int(sys.argv[3])])
    else:
        main(sys.argv[1])

"""Builds a site on two days, and checks that its calendars are the same bytes. Usage: stable.py PROGRAM SITE"""

import subprocess
import sys
import tempfile
from pathlib import Path

from program import finish

DAYS = ["2026-11-23", "2026-12-20"]


def calendars(program: str, site: str, output: Path, day: str) -> dict[str, bytes]:
    command = [program, "build", site, "--today", day, "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return by_address(output)


def by_address(output: Path) -> dict[str, bytes]:
    return {str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*.ics"))}


def compare(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    differences = [] if "agenda.ics" in before and "agenda.ics" in after else ["agenda.ics does not exist on both days"]
    changed = [address for address in sorted(before.keys() & after.keys()) if before[address] != after[address]]
    return differences + [f"{address}: {first_change(before[address], after[address])}" for address in changed]


def first_change(before: bytes, after: bytes) -> str:
    lines = zip([*before.split(b"\r\n"), b""], [*after.split(b"\r\n"), b""], strict=False)
    return next((f"{one!r} became {other!r}" for one, other in lines if one != other), "its length changed")


def main(program: str, site: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        before, after = (calendars(program, site, Path(folder) / day, day) for day in DAYS)
    both = len(before.keys() & after.keys())
    finish("stable", compare(before, after), f"{both} calendars are the same on {' and '.join(DAYS)}")


if __name__ == "__main__":
    main(*sys.argv[1:3])

"""Runs the agenda command of the program, and reads what it prints."""

import json
import subprocess

TODAY = "2026-11-23"


def agenda(program: str, site: str, first: str, last: str, event: str | None = None) -> dict:
    """What `dorpsplein agenda` prints between two days, for everything or for one event."""
    command = [program, "agenda", site, "--from", first, "--until", last, "--format", "json", "--today", TODAY]
    if event is not None:
        command += ["--event", event]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stderr[-3000:]}")
    printed = json.loads(done.stdout)
    assert printed["agenda"] == 1, printed["agenda"]
    assert (printed["from"], printed["until"]) == (first, last), (printed["from"], printed["until"])
    return printed


def finish(name: str, differences: list[str], summary: str) -> None:
    """Prints one line; or, if there are differences, the first ten of them, and fails."""
    if differences:
        rest = len(differences) - 10
        more = [f"and {rest} more"] if rest > 0 else []
        raise SystemExit("\n".join([f"{name}: {len(differences)} differences", *differences[:10], *more]))
    print(f"{name}: {summary}")

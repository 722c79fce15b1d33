"""Checks the files that `host set` writes with independent tools, and runs the commands that a host would run.

Every file is validated against the public schema of its host and, where there is one, checked by a workflow auditor.
The commands run in a clean folder with an empty environment, with a stand-in for `curl` that sends every request to a
server on this machine: with the right program the site is built and sent, with a wrong one nothing is.
Usage: hosts.py PROGRAM FOLDER"""

import hashlib
import http.server
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import tomllib
import urllib.parse
from pathlib import Path

import yaml
from program import finish

BIN = Path(sys.executable).parent
ACTIONS = ".github/workflows/dorpsplein.yml"
FILES = {
    "github": {ACTIONS: "vendor.github-workflows"},
    "gitlab": {".gitlab-ci.yml": "vendor.gitlab-ci"},
    "codeberg": {".forgejo/workflows/dorpsplein.yml": "vendor.github-workflows"},
    "cloudflare": {ACTIONS: "vendor.github-workflows"},
    "netlify": {ACTIONS: "vendor.github-workflows"},
    "neocities": {ACTIONS: "vendor.github-workflows"},
}
# The tools that a host has; the scripts can use nothing else of this machine.
TOOLS = "bash sh cat comm cp cut date env find grep jq mkdir mktemp rm sed sha1sum sha256sum sort split tar gzip tr wc xargs git"
MANIFEST = "dorpsplein-manifest.json"
faults: list[str] = []
counted = {"files": 0, "runs": 0}


def expect(is_so: bool, what: str) -> None:
    if not is_so:
        faults.append(what)


def ran(command: list[str], **more) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


class Internet(http.server.BaseHTTPRequestHandler):
    """Every host at once: /releases serves the program, neocities.org stores files, others record what was sent."""

    archive = b""
    sent: list[tuple[str, str, dict, bytes]] = []
    neocities: dict[str, bytes] = {}
    refuses: tuple[str, ...] = ()

    def do_GET(self):
        host, _, path = self.path[1:].partition("/")
        if "/releases/" in self.path:
            return self.answer(200, self.archive)
        if (host, path) == ("neocities.org", "api/list"):
            files = [
                {"path": name, "is_directory": False, "sha1_hash": hashlib.sha1(data).hexdigest()}
                for name, data in self.neocities.items()
            ]
            files.append({"path": "agenda", "is_directory": True})
            return self.answer(200, json.dumps({"result": "success", "files": files}).encode())
        if host == "neocities.org" and path.startswith("api/download?path="):
            name = urllib.parse.unquote(path.split("=", 1)[1])
            if name in self.neocities:
                return self.answer(200, self.neocities[name])
        return self.answer(404, b"{}")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.sent.append((self.command, self.path, dict(self.headers), body))
        if self.path == "/neocities.org/api/upload":
            return self.upload(body)
        if self.path == "/neocities.org/api/delete":
            for _, name in urllib.parse.parse_qsl(body.decode()):
                self.neocities.pop(name)
        return self.answer(200, b"{}")

    do_PUT = do_POST

    def upload(self, body: bytes) -> None:
        """Stores all files of a form, or none if one of them is of a kind that is not allowed."""
        boundary = self.headers["Content-Type"].split("boundary=")[1].encode()
        files = {}
        for part in body.split(b"--" + boundary)[1:-1]:
            head, _, data = part.partition(b"\r\n\r\n")
            files[head.split(b'name="')[1].split(b'"')[0].decode()] = data[:-2]
        if any(name.endswith(self.refuses) for name in files if self.refuses):
            return self.answer(400, b'{"result": "error", "error_type": "invalid_file_type"}')
        self.neocities.update(files)
        return self.answer(200, b"{}")

    def answer(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def archive_of(program: str) -> bytes:
    """The program as a release archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        archive.add(program, arcname="dorpsplein-v0-x86_64-unknown-linux-musl/dorpsplein")
    return buffer.getvalue()


def toolbox(folder: Path, port: int) -> Path:
    """A folder with what a host has: its tools, a `curl` that knows one server, a `gh` that records its arguments."""
    folder.mkdir(parents=True)
    for name in TOOLS.split():
        (folder / name).symlink_to(shutil.which(name) or f"/missing/{name}")
    curl = f'#!/bin/bash\nexec {shutil.which("curl")} --noproxy "*" "${{@/#https:\\/\\//http://127.0.0.1:{port}/}}"\n'
    (folder / "curl").write_text(curl)
    gh = '#!/bin/bash\necho "$@" >> "$ORDERS"\ncase "$*" in *commits*) echo "$LAST_COMMIT" ;; esac\n'
    (folder / "gh").write_text(gh)
    (folder / "npx").write_text('#!/bin/bash\necho "npx $*" >> "$ORDERS"\n')
    for name in ("curl", "gh", "npx"):
        (folder / name).chmod(0o755)
    return folder


class Runner:
    """Runs the commands in a file as its host would."""

    def __init__(self, tools: Path, site: Path):
        self.tools, self.site = tools, site
        self.orders = site.parent / f"{site.name}.orders"
        self.said = ""

    def lines(self, script: str, variables: dict[str, str]) -> bool:
        counted["runs"] += 1
        given = {"PATH": str(self.tools), "ORDERS": str(self.orders), "HOME": "/nonexistent", **variables}
        done = ran([str(self.tools / "bash"), "-e", "-c", script], cwd=self.site, env=given)
        self.said = done.stdout + done.stderr
        return done.returncode == 0

    def job(self, job: dict, variables: dict[str, str]) -> bool:
        """Runs the steps of a workflow that are shell, with values filled in for `${{ }}`."""
        for step in (step for step in job["steps"] if "run" in step):
            values = {name: str(value) for name, value in step.get("env", {}).items()}
            values = {name: variables.get(name, "") if "${{" in value else value for name, value in values.items()}
            if not self.lines(step["run"], {**variables, **values}):
                return False
        return True


def judge(program: str, place: Path) -> None:
    """Checks the files with independent tools, in both languages."""
    for host, files in FILES.items():
        for language in ("nl", "en"):
            site = place / f"judged-{host}-{language}"
            site.mkdir()
            (site / "site.yaml").write_text(f"name: Proefdorp\nlanguage: {language}\n")
            done = ran([program, "host", "set", host, str(site), "--checksum", "0" * 64])
            expect(done.returncode == 0, f"{host}: {done.stderr}")
            for path, schema in files.items():
                counted["files"] += 1
                done = ran([str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(site / path)])
                expect(done.returncode == 0, f"{host} {language}: {done.stdout}{done.stderr}")
                for script in scripts(yaml.safe_load((site / path).read_text())):
                    done = ran(["shellcheck", "--shell=bash", "-"], input=script)
                    expect(done.returncode == 0, f"{host} {language}: {done.stdout}")
                if path == ACTIONS:
                    # Cached photos are only ever read by the program, which itself writes everything it publishes.
                    done = ran([str(BIN / "zizmor"), "--offline", "--no-progress", "--min-severity=low", str(site / path)])
                    expect(done.returncode == 0, f"{host} {language}: {done.stdout}{done.stderr}")


def machines_share(program: str, place: Path, tools: Path) -> None:
    """Spreads villages over two machines: every correct site is published, the one with an error is reported."""
    right = hashlib.sha256(Internet.archive).hexdigest()
    for language, name in (("en_GB.UTF-8", "villages"), ("nl_NL.UTF-8", "dorpen")):
        common = place / f"spread-{name}"
        for village in ("aa", "bee", "cee", "dee"):
            (common / village).mkdir(parents=True)
            (common / village / "site.yaml").write_text(f"naam: {village}\nomschrijving: Een dorp.\n")
        (common / "dee/site.yaml").write_text("naam: dee\nkleur: fluitje\n")
        for village in ("aa", "bee", "cee"):
            with open(common / village / "site.yaml", "a") as file:
                file.write(f"webadres: https://{village}.example\n")
        (common / "aa-portaal").mkdir()
        (common / "aa-portaal/site.yaml").write_text(
            "naam: Regio\nomschrijving: Alle dorpen.\nsoort: portaal\nbronnen:\n  - ../sites\n"
        )
        told = ran(
            [program, "fleet", "spread", str(common), "--over", "2", "--checksum", right],
            env={**os.environ, "LANG": language, "LC_ALL": language},
        )
        expect(told.returncode == 0, f"spread: {told.stderr}")
        file = common / f".github/workflows/{name}.yml"
        counted["files"] += 1
        done = ran([str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(file)])
        expect(done.returncode == 0, f"spread: {done.stdout}{done.stderr}")
        done = ran([str(BIN / "zizmor"), "--offline", "--no-progress", "--min-severity=low", str(file)])
        expect(done.returncode == 0, f"spread: {done.stdout}{done.stderr}")
        jobs = yaml.safe_load(file.read_text())["jobs"]
        for script in scripts(jobs):
            done = ran(["shellcheck", "--shell=bash", "-"], input=script)
            expect(done.returncode == 0, f"spread: {done.stdout}")
        expect(jobs["build"]["strategy"]["matrix"]["part"] == [1, 2], "spread: other parts than 1 and 2")
        joined = place / f"spread-{name}-joined"
        codes = []
        for part in ("1", "2"):
            machine = place / f"spread-{name}-{part}"
            shutil.copytree(common, machine)
            runner = Runner(tools, machine)
            make, say = [step for step in jobs["build"]["steps"] if "run" in step]
            values = {**make["env"], "PART": part, "GITHUB_STEP_SUMMARY": str(machine / "summary.md")}
            expect(runner.lines(make["run"], values), f"spread {part}: {runner.said}")
            codes.append(runner.lines(say["run"], {}))
            expect((machine / "summary.md").read_text().startswith("```\n"), "spread: no summary")
            handed = joined / f"parts/sites-{part}"
            handed.mkdir(parents=True)
            shutil.copytree(machine / "sites", handed / "sites")
            shutil.copy(machine / "told.txt", handed)
        told = "".join((joined / f"parts/sites-{part}/told.txt").read_text() for part in ("1", "2"))
        expect(codes.count(False) == 1 and "site.yaml:2" in told, f"spread: the error is not reported: {codes} {told}")
        join, portals, say = [step for step in jobs["publish"]["steps"] if "run" in step]
        shutil.copytree(common, joined, dirs_exist_ok=True)
        spare = place / f"spread-{name}-half"
        shutil.copytree(joined, spare)
        runner = Runner(tools, joined)
        expect(runner.lines(join["run"], {}), f"spread: the parts do not join: {runner.said}")
        values = {**portals["env"], "GITHUB_STEP_SUMMARY": str(joined / "summary.md")}
        expect(runner.lines(portals["run"], values), f"spread: the portal is not built: {runner.said}")
        expect(runner.lines(say["run"], {}), "spread: a correct portal counts as an error")
        sites = sorted(page.parent.name for page in (joined / "sites").glob("*/index.html"))
        expect(sites == ["aa", "aa-portaal", "bee", "cee"], f"spread: {sites}")
        page = (joined / "sites/aa-portaal" / "dorpen" / "index.html").read_text()
        there = [village for village in ("aa", "bee", "cee", "dee") if f">{village}</a>" in page]
        expect(there == ["aa", "bee", "cee"], f"spread: the portal lists {there}")
        # If the portal has an error, its last version stays, and the villages are still published.
        with open(joined / "aa-portaal/site.yaml", "a") as file:
            file.write("kleur: fluitje\n")
        expect(runner.lines(portals["run"], values), f"spread: an error in a portal stops everything: {runner.said}")
        expect(not runner.lines(say["run"], {}), "spread: the error in the portal is not reported")
        expect((joined / "sites/aa-portaal/index.html").exists(), "spread: the last portal is gone")
        shutil.rmtree(spare / "parts/sites-2")
        expect(not Runner(tools, spare).lines(join["run"], {}), "spread: half of the sites would replace all of them")


def scripts(document) -> list[str]:
    """Every piece of shell in a workflow."""
    if isinstance(document, dict):
        own = [document["run"]] if isinstance(document.get("run"), str) else []
        own += [line for line in document.get("script", []) if isinstance(document.get("script"), list)]
        return own + [script for value in document.values() for script in scripts(value)]
    if isinstance(document, list):
        return [script for value in document for script in scripts(value)]
    return []


def can_say_no(place: Path) -> None:
    """Shows that the tools reject a bad file, as a check that never fails proves nothing."""
    bad = place / "bad.yml"
    bad.write_text("on: push\njobs:\n  x:\n    runs_on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n")
    done = ran([str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(bad)])
    expect(done.returncode != 0, "the schema accepts a wrong workflow")
    bad.write_text(bad.read_text().replace("runs_on", "runs-on"))
    (place / ".github/workflows").mkdir(parents=True)
    shutil.copy(bad, place / ACTIONS)
    done = ran([str(BIN / "zizmor"), "--offline", "--no-progress", "--min-severity=low", str(place / ACTIONS)])
    expect(done.returncode != 0, "the auditor accepts an action without a commit")


def begun(program: str, place: Path, name: str, host: str, checksum: str) -> Path:
    site = place / name
    done = ran([program, "new", str(site), "--host", host, "--checksum", checksum])
    expect(done.returncode == 0, f"{name}: {done.stderr}")
    return site


def run_host(host: str, runner: Runner, secret: str = "geheim") -> bool:
    """Builds and sends the site as the host would."""
    site = runner.site
    on_github = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "Proefdorp/site"}
    if host == "gitlab":
        job = yaml.safe_load((site / ".gitlab-ci.yml").read_text())["pages"]
        given = {"GITLAB_CI": "true", "CI_PAGES_URL": "https://proefdorp.gitlab.io/site"}
        return all(runner.lines(line, {**given, **job["variables"]}) for line in job["script"])
    if host == "netlify":
        settings = tomllib.loads((site / "netlify.toml").read_text())["build"]
        given = {"NETLIFY": "true", "URL": "https://proefdorp.netlify.app", **settings["environment"]}
        return runner.lines(settings["command"], given)
    if host == "codeberg":
        given = {**on_github, "FORGEJO_ACTIONS": "true", "GITHUB_SERVER_URL": "https://codeberg.org", "TOKEN": secret}
        job = yaml.safe_load((site / ".forgejo/workflows/dorpsplein.yml").read_text())["jobs"]["site"]
        return runner.job(job, given)
    names = ("NEOCITIES_API_KEY", "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
    given = {**on_github, "GITHUB_SERVER_URL": "https://github.com", **dict.fromkeys(names, secret)}
    jobs = yaml.safe_load((site / ACTIONS).read_text())["jobs"]
    return runner.job(jobs["build" if host == "github" else "site"], given)


def runs(program: str, place: Path, tools: Path) -> None:
    """With the right program the site is built for the address of its host; with a wrong one it is not built."""
    right = hashlib.sha256(Internet.archive).hexdigest()
    addresses = {
        "github": "https://proefdorp.github.io/site/",
        "gitlab": "https://proefdorp.gitlab.io/site/",
        "codeberg": "https://proefdorp.codeberg.page/site/",
        "netlify": "https://proefdorp.netlify.app/",
        "cloudflare": None,
        "neocities": None,
    }
    for host, address in addresses.items():
        Internet.sent.clear()
        for name, checksum in (("wrong", "0" * 64), ("unknown", None)):
            site = begun(program, place, f"{host}-{name}", host, checksum or right)
            if checksum is None:
                for path in [*FILES[host], "netlify.toml"]:
                    if (site / path).exists():
                        (site / path).write_text((site / path).read_text().replace(right, "onbekend"))
            runner = Runner(tools, site)
            expect(not run_host(host, runner), f"{host}: a build with checksum '{name}' does not stop")
            expect("niet het programma dat hier hoort" in runner.said, f"{host} {name}: {runner.said}")
            expect(not (site / "public").exists() and not Internet.sent, f"{host} {name}: something was built or sent")
        runner = Runner(tools, begun(program, place, f"{host}-right", host, right))
        expect(run_host(host, runner), f"{host}: {runner.said}")
        home = runner.site / "public/index.html"
        expect(home.exists(), f"{host}: no site")
        if address:
            expect(address in (runner.site / "public/sitemap.xml").read_text(), f"{host}: not at {address}")
        if host == "codeberg":
            sent_to_codeberg(runner)
        if host == "cloudflare":
            orders = runner.orders.read_text()
            expect("pages deploy public --project-name codeberg" not in orders, orders)
            expect("pages deploy public --project-name cloudflare-right --branch main" in orders, orders)
        if host in ("neocities", "cloudflare"):
            expect(not run_host(host, runner, secret=""), f"{host}: continues without its secret")
            expect("::error::" in runner.said and "PUBLICEREN.md" in runner.said, f"{host}: {runner.said}")


def sent_to_codeberg(runner: Runner) -> None:
    method, path, headers, body = Internet.sent[-1]
    expect((method, path) == ("PUT", "/proefdorp.codeberg.page/site/"), f"codeberg: {method} {path}")
    expect(headers["Forge-Authorization"] == "token geheim", f"codeberg: {headers}")
    with tarfile.open(fileobj=io.BytesIO(body)) as archive:
        expect("./index.html" in archive.getnames(), f"codeberg: {archive.getnames()[:5]}")


def domain_at_codeberg(program: str, place: Path, tools: Path) -> None:
    """A custom domain is passed to Codeberg."""
    right = hashlib.sha256(Internet.archive).hexdigest()
    site = begun(program, place, "codeberg-domain", "codeberg", right)
    settings = (site / "site.yaml").read_text().replace("# webadres: https://www.voorbeeld.nl", "webadres: https://www.proefdorp.nl")
    (site / "site.yaml").write_text(settings)
    ran([program, "host", "set", "codeberg", str(site), "--checksum", right])
    runner = Runner(tools, site)
    expect(run_host("codeberg", runner), f"codeberg: {runner.said}")
    _, path, headers, _ = Internet.sent[-1]
    expect((path, headers["Host"]) == ("/codeberg.page/", "www.proefdorp.nl"), f"codeberg: {path} {headers}")


def neocities(program: str, place: Path, tools: Path) -> None:
    """Only changed files are sent; only files of the program are deleted; refused files are reported."""
    right = hashlib.sha256(Internet.archive).hexdigest()
    site = begun(program, place, "neocities-often", "neocities", right)
    runner = Runner(tools, site)
    there = Internet.neocities = {"index.html": b"Welcome!", "eigen.html": b"van ons"}
    Internet.neocities = there
    expect(run_host("neocities", runner), f"neocities: {runner.said}")
    made = {str(path.relative_to(site / "public")): path.read_bytes() for path in (site / "public").rglob("*") if path.is_file()}
    expect(there == {**made, "eigen.html": b"van ons"}, "neocities: the site there is not the one that was built")
    Internet.sent.clear()
    expect(run_host("neocities", runner), f"neocities: {runner.said}")
    expect(len(Internet.sent) == 1, f"neocities: {len(Internet.sent)} requests when nothing changed")
    (site / "paginas/handboek.md").unlink()
    expect(run_host("neocities", runner), f"neocities: {runner.said}")
    expect("handboek/index.html" not in there and "eigen.html" in there, "neocities: the wrong files were deleted")
    there.clear()
    Internet.refuses = (".ics",)
    expect(run_host("neocities", runner), f"neocities: {runner.said}")
    Internet.refuses = ()
    expect("::warning::" in runner.said and "agenda.ics" in runner.said, f"neocities: {runner.said}")
    expect("index.html" in there and not any(name.endswith(".ics") for name in there), "neocities: refused files")


def stays_awake(place: Path, tools: Path) -> None:
    """GitHub is asked to keep the schedule only if nothing has changed for long."""
    jobs = yaml.safe_load((place / "github-right" / ACTIONS).read_text())["jobs"]
    for last, is_asked in (("2020-01-01T00:00:00Z", True), ("2099-01-01T00:00:00Z", False)):
        site = place / f"awake-{last[:4]}"
        site.mkdir()
        runner = Runner(tools, site)
        given = {"GITHUB_REPOSITORY": "Proefdorp/site", "LAST_COMMIT": last}
        expect(runner.job(jobs["awake"], given), f"awake: {runner.said}")
        order = "api --method PUT repos/Proefdorp/site/actions/workflows/dorpsplein.yml/enable"
        expect((order in runner.orders.read_text()) == is_asked, f"awake after {last}: {runner.orders.read_text()}")


def main() -> None:
    program, place = os.path.realpath(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    Internet.archive = archive_of(program)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Internet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tools = toolbox(place / "tools", server.server_port)
    can_say_no(place)
    judge(program, place)
    runs(program, place, tools)
    domain_at_codeberg(program, place, tools)
    neocities(program, place, tools)
    stays_awake(place, tools)
    machines_share(program, place, tools)
    finish("hosts", faults, f"{counted['files']} files checked, {counted['runs']} scripts run")


if __name__ == "__main__":
    main()

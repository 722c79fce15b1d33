// A site works on every host, at any address, and from a folder: none of its links is broken.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { crawl } from "./crawl.mjs";
import { HOSTS, NEOCITIES_ENDINGS, builtOnce, filesOf, stand } from "./hosts.mjs";
import { TYPES } from "./site.mjs";
import { all, nothing, tab, watch } from "./visit.mjs";
import { walk } from "./policy.mjs";

const has = builtOnce();
const { build } = has;

/** A site built for a host, and the host that serves it. */
async function standing(t, name) {
  const built = build(name);
  const stood = await stand(HOSTS[name], built.output);
  t.after(stood.close);
  return { ...built, ...stood, host: HOSTS[name] };
}

/** The pages that only redirect: their path, and where they lead. */
function stubs(output) {
  const pages = filesOf(output).filter((file) => file.endsWith(".html")).map((file) => [file, readFileSync(join(output, file), "utf8")]);
  return pages.flatMap(([file, html]) => {
    const to = html.match(/http-equiv="refresh" content="0; url=([^"]+)"/)?.[1];
    return to ? [{ path: file.replace(/(^|\/)index\.html$/, "$1"), to }] : [];
  });
}

for (const name of Object.keys(HOSTS)) {
  test(`on ${name} every link leads to something that exists`, all, async (t) => {
    const { output, web, home, host } = await standing(t, name);
    const { seen, linked, wrong } = await crawl(home, web, ["dorp.json", "sitemap.xml", "robots.txt", "offline.js"]);
    nothing(wrong);
    const paths = new Set([...linked].map((url) => decodeURIComponent(url.slice(home.length))));
    for (const ending of ["css", "js", "svg", "ics", "json", "xml", "webmanifest"]) {
      assert.ok([...paths].some((path) => path.endsWith(`.${ending}`)), `no link leads to a file with the extension ${ending}`);
    }
    const lead = new Set(stubs(output).map(({ path }) => path));
    const pages = filesOf(output).filter((file) => file.endsWith("index.html")).map((file) => file.slice(0, -"index.html".length));
    nothing(pages.filter((page) => !paths.has(page) && !lead.has(page)).map((page) => `no link leads to /${page}`));

    const { text: first } = seen.get(home);
    assert.ok(first.includes(`<link rel="canonical" href="${web}">`), "the home page knows its own address");

    await t.test("a former address leads to the right page", async () => {
      const old = stubs(output);
      assert.ok(old.length, "the example has a former address");
      for (const { path, to } of old) {
        const answer = await fetch(home + path);
        assert.equal(answer.status, 200, path);
        const target = new URL(to, home + path).href;
        if (answer.url !== target) assert.match(await answer.text(), /http-equiv="refresh"/, path);
        assert.ok(seen.has(target), `${path} leads to ${target}`);
      }
    });

    await t.test("a wrong address shows the site's own page for that, with working links", async () => {
      for (const path of ["dit-is-er-niet", "agenda/dit/is/er/niet/", "media/weg.jpg"]) {
        const answer = await fetch(home + path, { redirect: "manual" });
        assert.equal(answer.status, 404, path);
        assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8", path);
        const html = await answer.text();
        assert.equal(html, readFileSync(join(output, host.lost), "utf8"), path);
        const places = [...html.matchAll(/\s(?:href|src)="([^"#]+)"/g)].map(([, place]) => new URL(place, home + path).href);
        const own = places.filter((place) => place.startsWith(new URL(home).origin));
        assert.ok(own.length > 10, "it has links");
        nothing(own.filter((place) => !seen.has(place)).map((place) => `${path} leads to ${place}`));
      }
    });
  });
}

test("Neocities accepts every file", all, () => {
  const { output } = build("neocities");
  const other = filesOf(output).filter((file) => !NEOCITIES_ENDINGS.has(extname(file)));
  const isText = (bytes) => !bytes.includes(0) && Buffer.from(bytes.toString("utf8")).equals(bytes);
  nothing(other.filter((file) => !isText(readFileSync(join(output, file)))).map((file) => `${file} is refused`));
  assert.deepEqual([...new Set(other.map((file) => extname(file)))], [".ics"], "the only extensions that are accepted for their contents");
  assert.ok(filesOf(output).length < 15_000);
});

test("every file has an extension that hosts know", all, () => {
  const { output } = build("folder");
  nothing(filesOf(output).filter((file) => !TYPES[extname(file)] && !/(^|\/)(\.nojekyll|CNAME|_headers|_redirects)$/.test(file)));
  nothing(filesOf(output).filter((file) => !/^[a-z0-9._/-]+$/.test(file) && file !== "CNAME"));
});

test("the same output works at the root, below a path, and from a folder", all, async (t) => {
  const { output } = build("folder");
  const { home, close } = await stand(HOSTS.github, output, "/een/diep/pad/");
  t.after(close);
  const { seen, wrong } = await crawl(home);
  nothing(wrong);
  assert.ok(seen.size > 500, `${seen.size} addresses`);

  // No reference in a page starts with a slash, so the output also works at the root.
  let links = 0;
  const files = new Set(filesOf(output));
  for (const file of [...files].filter((file) => file.endsWith(".html") && !["404.html", "not_found.html"].includes(file))) {
    const html = readFileSync(join(output, file), "utf8");
    for (const [, place] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (/^([a-z]+:|#)/i.test(place)) continue;
      links += 1;
      if (place.startsWith("/")) wrong.push(`${file} leads to ${place}, which starts at the root of the disk`);
      const path = decodeURIComponent(place.replace(/&amp;/g, "&").split(/[?#]/)[0]);
      // The script of the theme adds the file name to a link to a page.
      const target = path ? normalize(join(dirname(file), path.replace(/(^|\/)$/, "$1index.html"))) : file;
      if (!files.has(target)) wrong.push(`${file} leads to ${place}, which is not a file`);
    }
  }
  assert.ok(links > 1000, `${links} links`);
  nothing(wrong);
});

test("from a USB stick, links lead from page to page, and nothing is blocked", all, async (t) => {
  const { output } = build("folder");
  const page = await tab(t, has.browser);
  const found = [];
  page.on("console", (line) => line.type() === "error" && found.push(line.text()));
  page.on("requestfailed", (request) => found.push(request.url()));
  await page.goto(pathToFileURL(join(output, "index.html")).href);
  for (const name of ["Agenda", "Locaties", "De Esrand"]) {
    await page.getByRole("link", { name, exact: true }).first().click();
    await page.locator("h1", { hasText: name }).waitFor();
  }
  nothing(found);
});

test("the policy in the pages themselves blocks nothing of the site", all, async (t) => {
  const { output, origin, home } = await standing(t, "github");
  const page = await tab(t, has.browser);
  const wrong = watch(page, origin);
  nothing([...await walk(page, output, (path) => home + path.slice(1)), ...wrong.filter((words) => !/404/.test(words))]);
});

test("the imitated hosts follow the rules of a site as far as the real ones do", async (t) => {
  const output = mkdtempSync(join(tmpdir(), "dorpsplein-rules-"));
  t.after(() => rmSync(output, { recursive: true, force: true }));
  const files = {
    "index.html": "home", "404.html": "lost", "not_found.html": "lost", "oud.html": "stub",
    _headers: "# first\n/*\n  X-A: 1\n  X-B: 1\n/oud*\n  X-A: 2\n  ! X-B\n",
    _redirects: "/oud / 301\n/jaar/:y/* /:y/:splat 302\n/dorp/weg/ /dorp/ 301\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(output, name), text);
  const ask = async (name, path) => {
    const stood = await stand(HOSTS[name], output);
    const answer = await fetch(new URL(path, stood.origin), { redirect: "manual" });
    await stood.close();
    const { headers } = answer;
    return [answer.status, headers.get("location"), headers.get("x-a"), headers.get("x-b")];
  };
  assert.deepEqual(await ask("cloudflare", "/"), [200, null, "1", "1"]);
  assert.deepEqual(await ask("cloudflare", "/oud"), [301, "/", "1, 2", null], "a rule comes before a file");
  assert.deepEqual(await ask("netlify", "/oud"), [200, null, "1, 2", null], "a file comes before a rule");
  assert.deepEqual(await ask("netlify", "/jaar/2026/a/b"), [302, "/2026/a/b", "1", "1"]);
  assert.deepEqual(await ask("gitlab", "/dorp/weg/"), [301, "/dorp/", null, null]);
  assert.deepEqual(await ask("github", "/dorp/weg/"), [404, null, null, null]);
  assert.deepEqual(await ask("github", "/dorp/_headers"), [200, null, null, null], "a file like any other");
  assert.deepEqual(await ask("cloudflare", "/_headers"), [404, null, "1", "1"]);
  assert.deepEqual(await ask("cloudflare", "/index.html"), [308, "/", "1", "1"]);
  assert.deepEqual(await ask("neocities", "/weg"), [404, null, null, null]);
  rmSync(join(output, "404.html"));
  assert.deepEqual(await ask("cloudflare", "/weg"), [200, null, "1", "1"], "without such a page, every wrong address shows the home page");
});

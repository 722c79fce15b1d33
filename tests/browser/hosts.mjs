// Imitates the hosts that a village can use, in what differs between them: the path of a site, how an address without
// a slash or with an extension is answered, which page is shown for a missing one, and which files of rules are read.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before } from "node:test";

import { copyOfExample } from "./example.mjs";
import { headersFor, headersOf, redirectFor, redirectsOf } from "./host-rules.mjs";
import { TYPES } from "./site.mjs";
import { DAY, startBrowser } from "./village.mjs";
import { skip } from "./visit.mjs";

/**
 * `web`: the address that such a host assigns; `lost`: the file shown for a missing page; `bare`: the status with which
 * it redirects `…/index.html` and `….html` to the address without; `reads`: the files of rules that it follows, and
 * whether a rule or an existing file comes first.
 */
export const HOSTS = {
  github: { web: "https://lutterwolde.github.io/dorp/", lost: "404.html", reads: {} },
  gitlab: { web: "https://lutterwolde.gitlab.io/dorp/", lost: "404.html", reads: { redirects: "files first" } },
  codeberg: { web: "https://lutterwolde.codeberg.page/dorp/", lost: "404.html", reads: {} },
  cloudflare: { web: "https://lutterwolde.pages.dev/", lost: "404.html", bare: 308, reads: { headers: true, redirects: "rules first" } },
  netlify: { web: "https://lutterwolde.netlify.app/", lost: "404.html", bare: 301, reads: { headers: true, redirects: "files first" } },
  neocities: { web: "https://lutterwolde.neocities.org/", lost: "not_found.html", reads: {} },
};

/** The extensions that Neocities accepts on free accounts; other files only if they contain text. */
export const NEOCITIES_ENDINGS = new Set((
  "html htm txt text css js jpg jpeg png gif svg md markdown eot ttf woff woff2 json geojson csv tsv mf ico pdf asc key pgp xml mid " +
  "midi manifest otf webapp less sass rss kml dae obj mtl scss webp xcf epub gltf bin webmanifest knowl atom opml rdf"
).split(" ").map((ending) => `.${ending}`));

/** Builds the example site for one of these hosts. */
export function builtFor(name, settings = `host: ${name}\n`, web = HOSTS[name]?.web) {
  const folder = mkdtempSync(join(tmpdir(), "dorpsplein-host-"));
  const [site, output] = [join(folder, "site"), join(folder, "public")];
  copyOfExample(site);
  const file = join(site, "site.yaml");
  const own = readFileSync(file, "utf8").replace(/^webadres: .*\n/m, web ? `webadres: ${web}\n` : "");
  writeFileSync(file, settings + own);
  const built = spawnSync(process.env.PROGRAM, ["build", site, "--output", output, "--today", DAY], { encoding: "utf8" });
  const end = () => rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0) {
    end();
    throw new Error(`the build failed: ${built.stdout}${built.stderr}`);
  }
  return { output, web, end };
}

/** All files of a built site. */
export function filesOf(output) {
  return readdirSync(output, { recursive: true }).filter((file) => statSync(join(output, file)).isFile()).sort();
}

/** Starts a host that serves a folder; `below` is the path of the site on it. */
export async function stand(host, output, below = new URL(host.web).pathname) {
  const text = (name, wanted) => (wanted && existsSync(join(output, name)) ? readFileSync(join(output, name), "utf8") : "");
  const rules = {
    headers: headersOf(text("_headers", host.reads.headers)),
    redirects: redirectsOf(text("_redirects", host.reads.redirects)),
  };
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(new URL(asked.url, "http://host").pathname);
    const { status, file, to } = answerOf(host, output, below, rules, path);
    const type = file && { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
    answer.writeHead(status, { ...type, ...(to && { location: to }), ...headersFor(rules.headers, path) });
    answer.end(file && readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  const address = `http://127.0.0.1:${server.address().port}`;
  return { origin: address, home: address + below, close };
}

function answerOf(host, output, below, rules, path) {
  // Another village on the same host, or none.
  if (!path.startsWith(below)) return `${path}/` === below ? { status: 301, to: below } : { status: 404 };
  const own = path.slice(below.length - 1);
  const isFile = (name) => statSync(join(output, name), { throwIfNoEntry: false })?.isFile();
  const gives = (name) => ({ status: 200, file: join(output, name) });
  const lost = { status: 404, file: join(output, host.lost) };
  const rule = redirectFor(rules.redirects, path);
  const lead = rule && { status: rule.status, to: rule.to };

  if (lead && (host.reads.redirects === "rules first" || rule.isForced)) return lead;
  // A host that follows these files does not serve them.
  if ((own === "/_headers" && host.reads.headers) || (own === "/_redirects" && host.reads.redirects)) return lost;
  if (host.bare && own.endsWith(".html") && isFile(own)) {
    return { status: host.bare, to: path.replace(/(\/)index\.html$|\.html$/, "$1") };
  }
  if (own.endsWith("/") ? isFile(`${own}index.html`) : isFile(own)) return gives(own.endsWith("/") ? `${own}index.html` : own);
  if (!own.endsWith("/") && isFile(`${own}/index.html`)) return { status: host.bare ?? 301, to: `${path}/` };
  if (host.bare && isFile(`${own}.html`)) return gives(`${own}.html`);
  return lead ?? (isFile(`/${host.lost}`) ? lost : host.lost === "404.html" && host.bare === 308 ? gives("/index.html") : { status: 404 });
}

/** A browser for all tests in a file, and the site for a host by name, built on first use. */
export function builtOnce() {
  const made = {};
  const has = { build: (name) => made[name] ??= builtFor(name) };
  before(async () => {
    if (!skip) has.browser = await startBrowser();
  });
  after(async () => {
    await has.browser?.close();
    Object.values(made).forEach(({ end }) => end());
  });
  return has;
}

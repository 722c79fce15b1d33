// A built site as a host serves it: compressed with gzip, at its own address, with a page for what does not exist.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";

import { EXAMPLE } from "./example.mjs";
import { DAY } from "./village.mjs";

/** The content type that a host sends for each file extension. */
export const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".ico": "image/x-icon", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif",
  ".json": "application/json", ".xml": "application/xml", ".ics": "text/calendar; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".pdf": "application/pdf", ".webmanifest": "application/manifest+json",
};
const WORDS = /^(text|application\/(json|xml|manifest)|image\/svg)/;

/** Builds the site in a folder as on a given day, and serves it until `end`. */
export async function site(folder = EXAMPLE, today = DAY) {
  const output = mkdtempSync(join(tmpdir(), "dorpsplein-site-"));
  const built = spawnSync(process.env.PROGRAM, ["build", folder, "--output", output, "--today", today], { encoding: "utf8" });
  if (built.status !== 0) {
    rmSync(output, { recursive: true, force: true });
    throw new Error(`the build failed: ${built.stdout}${built.stderr}`);
  }
  const { address, close } = await serve(output);
  const end = async () => {
    await close();
    rmSync(output, { recursive: true, force: true });
  };
  return { address, output, close, end, pages: pagesOf(output) };
}

/** Builds a village of a few files as on a given day, and serves it until the test ends. */
export async function small(t, today, files) {
  const folder = mkdtempSync(join(tmpdir(), "dorpsplein-small-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ "site.yaml": "naam: Klokdorp\n", ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const built = await site(folder, today);
  t.after(built.end);
  return built;
}

/** Starts a host of static files. */
export async function serve(output) {
  const server = createServer((asked, answer) => {
    const { status, file } = find(output, decodeURIComponent(new URL(asked.url, "http://host").pathname));
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const bytes = readFileSync(file);
    const small = WORDS.test(type) && /gzip/.test(asked.headers["accept-encoding"] ?? "");
    answer.writeHead(status, { "content-type": type, ...(small && { "content-encoding": "gzip" }) });
    answer.end(small ? gzipSync(bytes) : bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

function find(output, path) {
  const file = join(output, path.endsWith("/") ? `${path}index.html` : path);
  const is = statSync(file, { throwIfNoEntry: false })?.isFile();
  return is ? { status: 200, file } : { status: 404, file: join(output, "404.html") };
}

/** Every page of a built site by its address, except those that only redirect. */
export function pagesOf(output) {
  return readdirSync(output, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => ({ path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, html: readFileSync(join(output, file), "utf8") }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

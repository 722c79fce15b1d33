// Crawls a whole site from its home page, along every link, picture, style, feed and calendar, and reports what does
// not answer as it should.

/** The content type with which a host must serve each kind of file. */
const RIGHT = {
  html: /^text\/html; charset=utf-8$/i, css: /^text\/css\b/, js: /^(text|application)\/javascript\b/, svg: /^image\/svg\+xml$/,
  ics: /^text\/calendar\b/, json: /^application\/(feed\+)?json\b/, xml: /^(application|text)\/(atom\+)?xml\b/,
  webmanifest: /^application\/manifest\+json\b/, jpg: /^image\/jpeg$/, png: /^image\/png$/, ico: /^image\/(x-icon|vnd\.microsoft\.icon)$/, webp: /^image\/webp$/, pdf: /^application\/pdf$/,
  csv: /^text\/csv\b/, txt: /^text\/plain\b/,
};
const TEXT = /^(text|application\/(json|xml|manifest|feed|atom))|svg/;
const PLACES = /\s(?:href|src|action)="([^"]*)"/g;
const SETS = /\ssrcset="([^"]*)"/g;
const STYLES = /url\(["']?([^"')]+)["']?\)/g;

/**
 * Crawls everything that can be reached from `home`. `web` is the address that the site was built for, which is `home`
 * here; `more` lists the files that programs request without a link. Returns what was seen by address, what pages link
 * to, and what is wrong.
 */
export async function crawl(home, web, more = []) {
  const seen = new Map(), linked = new Set([home]), wrong = [], anchors = [];
  const waiting = [home, ...more.map((file) => home + file)].map((url) => ({ url, from: "the start" }));
  let busy = 0;
  // A few at a time, over connections that are kept open.
  await new Promise((done, failed) => {
    const go = () => {
      while (waiting.length && busy < 8) {
        const { url, from } = waiting.pop();
        busy += 1;
        look(url, from).then((places) => {
          places.forEach((place) => note(place, url));
          busy -= 1;
          go();
        }, failed);
      }
      if (!busy && !waiting.length) done();
    };
    waiting.forEach(({ url }) => seen.set(url, null));
    go();
  });
  for (const { page, anchor, from } of anchors) {
    const ids = seen.get(page)?.ids;
    if (ids && !ids.has(anchor)) wrong.push(`${from} leads to ${page}#${anchor}, which does not exist`);
  }
  return { seen, linked, wrong };

  /** Notes where a file leads to, and queues it once. */
  function note(url, from) {
    const [page, anchor] = url.split("#");
    if (anchor) anchors.push({ page, anchor: decodeURIComponent(anchor), from });
    if (/(\/|\.html)$/.test(from)) linked.add(page);
    if (seen.has(page)) return;
    seen.set(page, null);
    if (page.startsWith(home)) waiting.push({ url: page, from });
    else wrong.push(`${from} leads out of the site: ${url}`);
  }

  async function look(url, from) {
    const answer = await fetch(url, { redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "";
    const path = new URL(url).pathname;
    const ending = path.endsWith("/") || !/\.\w+$/.test(path) ? "html" : path.split(".").at(-1);
    if (answer.status !== 200) wrong.push(`${from} leads to ${url}, which answers ${answer.status}`);
    if (!RIGHT[ending]?.test(type)) wrong.push(`${url} is served as ${type}`);
    const text = TEXT.test(type) ? await answer.text() : (await answer.arrayBuffer(), "");
    const isPage = type.startsWith("text/html");
    seen.set(url, { type, text, ids: isPage && new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)) });
    const places = new Set(leadsOf(text, isPage, ending));
    return [...places].map((place) => here(place, url)).filter(Boolean);
  }

  /** Where a reference in a file leads on this host; empty if it leads elsewhere. */
  function here(place, url) {
    const whole = place.replace(/&amp;/g, "&").replace(/^webcal:/, "https:");
    if (web && whole.startsWith(web)) return home + whole.slice(web.length).replace(/\?[^#]*/, "");
    if (/^[a-z]+:/i.test(whole)) return "";
    return new URL(whole, url).href.replace(/\?[^#]*/, "");
  }

  function leadsOf(text, isPage, ending) {
    // A calendar folds its lines anywhere; a feed contains escaped HTML.
    const lines = ending === "ics" ? text.replace(/\r?\n[ \t]/g, "") : ending === "xml" ? text.replace(/&(quot|lt|gt);/g, '"') : text;
    const all = (what) => [...lines.matchAll(what)].map(([, place]) => place);
    const whole = web ? all(new RegExp(`((?:webcal|https):${web.slice(6).replace(/[.]/g, "\\.")}[^\\s"'<>\\\\]*)`, "g")) : [];
    if (isPage) return [...all(PLACES), ...all(SETS).flatMap((set) => set.split(",").map((one) => one.trim().split(/\s/)[0])), ...whole];
    if (ending === "css") return all(STYLES).filter((place) => !place.startsWith("data:"));
    if (ending === "webmanifest") {
      const { icons = [], start_url, scope } = JSON.parse(text);
      return [...icons.map(({ src }) => src), start_url, scope].filter(Boolean);
    }
    return whole;
  }
}

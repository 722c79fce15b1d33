// Chooses pages that represent a site: of hundreds, a few that together show everything that the theme can show.

/** Pages that are always chosen if a site has them; in the example site they show each kind once in its plain form. */
const NAMED = [
  "/", "/404.html", "/noodsteunpunt/", "/prikbord/", "/zoeken/", "/toegankelijkheid/", "/privacy/", "/documenten/",
  "/agenda/", "/agenda/abonneren/", "/agenda/2026/11/", "/agenda/2026/week-48/", "/agenda/2026/11/25/",
  "/agenda/kerstmarkt-2026/", "/agenda/koffieochtend/", "/locaties/de-esrand/", "/organisaties/dorpsraad/",
];

/** The named pages, and a few more that add every form of address and every class of the style sheet. */
export function spread(pages) {
  const folders = new Set(pages.flatMap(({ path }) => above(path)));
  const left = pages.map(({ path, html }) => ({ path, shows: new Set([form(path, folders), ...classes(html)]) }));
  const chosen = left.filter(({ path }) => NAMED.includes(path));
  const seen = new Set(chosen.flatMap(({ shows }) => [...shows]));
  for (;;) {
    const adds = (page) => [...page.shows].filter((one) => !seen.has(one)).length;
    const { page, more } = left.map((page) => ({ page, more: adds(page) })).reduce((a, b) => (b.more > a.more ? b : a));
    if (!more) return chosen.map(({ path }) => path).sort();
    chosen.push(page);
    page.shows.forEach((one) => seen.add(one));
  }
}

/** The folders that contain an address. */
function above(path) {
  return [...path.matchAll(/\/(?=[^/])/g)].map(({ index }) => path.slice(0, index + 1));
}

/** An address without names and dates: `/agenda/2026/11/25/` and `/locaties/brink/` are each one of many. */
function form(path, folders) {
  return path.replace(/[^/]+(?=\/|$)/g, (part, at) => {
    if (/^(week-)?\d+$/.test(part)) return part.replace(/\d/g, "0");
    if (part.endsWith(".html")) return "*.html";
    return folders.has(`${path.slice(0, at)}${part}/`) ? part : "*";
  });
}

function classes(html) {
  return [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names.split(/\s+/));
}

/** Pages rendered with the template of another page. */
const LIKE_OTHERS = /^\/(agenda\/(locatie|organisatie|soort)|nieuws\/(onderwerp|pagina)|ontmoeting|prikbord)\/./;

/** The same, without pages that differ from another only in what they list: for tests that take seconds per page. */
export function oneOfEach(pages) {
  return spread(pages).filter((path) => !LIKE_OTHERS.test(path));
}

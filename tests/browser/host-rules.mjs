// The two files in which a site tells a host its own rules, read as Cloudflare and Netlify read them.
// https://developers.cloudflare.com/pages/configuration/headers/ and …/redirects/

/** What `_headers` says: for each pattern of addresses its headers. */
export function headersOf(text) {
  const rules = [];
  for (const line of lines(text)) {
    const own = line.match(/^\s+(?:([^:\s]+):\s*(.*)|!\s*(\S+))$/);
    if (!own) {
      if (/^\s/.test(line)) throw new Error(`_headers: not a header: ${line}`);
      rules.push({ fits: pattern(line.trim()), headers: [] });
    } else if (!rules.length) {
      throw new Error(`_headers: a header before the first address: ${line}`);
    } else {
      rules.at(-1).headers.push(own[3] ? { name: own[3].toLowerCase(), gone: true } : { name: own[1].toLowerCase(), value: own[2].trim() });
    }
  }
  return rules;
}

/** The headers for an address: what several rules say of one header is put together. */
export function headersFor(rules, path) {
  const all = {};
  for (const { headers } of rules.filter(({ fits }) => fits.test(path))) {
    for (const { name, value, gone } of headers) {
      if (gone) delete all[name];
      else all[name] = name in all ? `${all[name]}, ${value}` : value;
    }
  }
  return all;
}

/** What `_redirects` says: from where to where, with which status, and whether it goes before a file that is there. */
export function redirectsOf(text) {
  return lines(text).map((line) => {
    const [from, to, code = "301", ...more] = line.trim().split(/\s+/);
    const status = Number(code.replace("!", ""));
    if (!from?.startsWith("/") || !to || more.length || ![200, 301, 302, 303, 307, 308].includes(status)) {
      throw new Error(`_redirects: not a rule: ${line}`);
    }
    return { from, fits: pattern(from), to, status, isForced: code.endsWith("!") };
  });
}

/** The first rule for an address, and where it leads. */
export function redirectFor(rules, path) {
  for (const rule of rules) {
    const found = path.match(rule.fits);
    if (found) return { ...rule, to: rule.to.replace(/:(\w+)/g, (all, name) => found.groups?.[name] ?? all) };
  }
}

function lines(text) {
  return text.split(/\r?\n/).filter((line) => line.trim() && !line.trim().startsWith("#"));
}

/** `/agenda/*` and `/:jaar/`; a slash at the end may be there or not, as for the hosts. */
function pattern(address) {
  const parts = address.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, "(?<splat>.*)").replace(/:(\w+)/g, "(?<$1>[^/]+)");
  return new RegExp(`^${parts.length > 1 ? parts.replace(/\/$/, "/?") : parts}$`);
}

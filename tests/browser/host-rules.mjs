// Reads `_headers` and `_redirects`, the files with a site's rules for its host, as Cloudflare and Netlify read them.
// https://developers.cloudflare.com/pages/configuration/headers/ and …/redirects/

/** Parses `_headers`: the headers for each pattern of addresses. */
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

/** The headers for an address; if several rules set the same header, their values are joined. */
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

/** Parses `_redirects`: from where to where, with which status, and whether the rule overrides an existing file. */
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

/** Compiles patterns such as `/agenda/*` and `/:jaar/`; a slash at the end is optional, as it is for the hosts. */
function pattern(address) {
  const parts = address.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, "(?<splat>.*)").replace(/:(\w+)/g, "(?<$1>[^/]+)");
  return new RegExp(`^${parts.length > 1 ? parts.replace(/\/$/, "/?") : parts}$`);
}

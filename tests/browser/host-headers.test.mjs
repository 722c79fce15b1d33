// If a host takes rules from the site, they exist, are in force, and block nothing of the site itself.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { redirectsOf } from "./host-rules.mjs";
import { HOSTS, builtOnce, filesOf, stand } from "./hosts.mjs";
import { walk } from "./policy.mjs";
import { all, nothing, tab, watch } from "./visit.mjs";

const has = builtOnce();
const { build } = has;

for (const name of ["cloudflare", "netlify"]) {
  test(`on ${name} the headers of the site are in force, and block nothing of it`, all, async (t) => {
    const { output } = build(name);
    assert.ok(existsSync(join(output, "_headers")), "the file _headers exists");
    const { origin, home, close } = await stand(HOSTS[name], output);
    t.after(close);

    const { headers } = await fetch(home);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    const asset = filesOf(output).find((file) => /^assets\/.*\.css$/.test(file));
    assert.match((await fetch(home + asset)).headers.get("cache-control") ?? "", /immutable/, "an asset that never changes is cached");
    assert.doesNotMatch(headers.get("cache-control") ?? "", /immutable/, "a page is not cached for ever");
    for (const file of ["_headers", "_redirects"]) assert.equal((await fetch(home + file)).status, 404, `${file} is not served`);

    const page = await tab(t, has.browser);
    const wrong = watch(page, origin);
    const at = (path) => home + path.slice(1).replace(/\.html$/, "");
    nothing([...await walk(page, output, at), ...wrong.filter((words) => !/\/404 answers 404/.test(words))]);
  });
}

for (const name of ["cloudflare", "netlify", "gitlab"]) {
  test(`on ${name} a former address is in the file of redirects, and leads to an existing page`, all, async (t) => {
    const { output } = build(name);
    assert.ok(existsSync(join(output, "_redirects")), "the file _redirects exists");
    const { origin, close } = await stand(HOSTS[name], output);
    t.after(close);
    const rules = redirectsOf(readFileSync(join(output, "_redirects"), "utf8"));
    assert.ok(rules.length, "the example has a former address");
    for (const { from, to, status } of rules) {
      assert.equal(status, 301, from);
      assert.equal((await fetch(origin + to, { redirect: "manual" })).status, 200, `${from} leads to ${to}`);
    }
  });
}

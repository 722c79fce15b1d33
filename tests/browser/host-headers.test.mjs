// Where a host takes rules from the site, they are there and in force, and stop nothing of the site itself.
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
  test(`on ${name} the headers of the site are in force, and stop nothing of it`, all, async (t) => {
    const { output } = build(name);
    assert.ok(existsSync(join(output, "_headers")), "there is a file _headers");
    const { origin, home, close } = await stand(HOSTS[name], output);
    t.after(close);

    const { headers } = await fetch(home);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    const asset = filesOf(output).find((file) => /^assets\/.*\.css$/.test(file));
    assert.match((await fetch(home + asset)).headers.get("cache-control") ?? "", /immutable/, "what never changes is kept");
    assert.doesNotMatch(headers.get("cache-control") ?? "", /immutable/, "a page is not kept for ever");
    for (const file of ["_headers", "_redirects"]) assert.equal((await fetch(home + file)).status, 404, `${file} is not shown`);

    const page = await tab(t, has.browser);
    const wrong = watch(page, origin);
    const at = (path) => home + path.slice(1).replace(/\.html$/, "");
    nothing([...await walk(page, output, at), ...wrong.filter((words) => !/\/404 answers 404/.test(words))]);
  });
}

for (const name of ["cloudflare", "netlify", "gitlab"]) {
  test(`on ${name} an address from before is in the file of redirects, and leads to what is there`, all, async (t) => {
    const { output } = build(name);
    assert.ok(existsSync(join(output, "_redirects")), "there is a file _redirects");
    const { origin, close } = await stand(HOSTS[name], output);
    t.after(close);
    const rules = redirectsOf(readFileSync(join(output, "_redirects"), "utf8"));
    assert.ok(rules.length, "the example has an address from before");
    for (const { from, to, status } of rules) {
      assert.equal(status, 301, from);
      assert.equal((await fetch(origin + to, { redirect: "manual" })).status, 200, `${from} leads to ${to}`);
    }
  });
}

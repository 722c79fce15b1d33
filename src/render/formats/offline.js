// Keeps the pages in KEPT for when there is no network, or one too busy to answer. When the network answers, pages
// always come from there.
// Several villages may share one host, and with it the browser's cache.
const OWN = "dorpsplein " + self.registration.scope + " ";
const NAME = OWN + VERSION;
// In milliseconds: how long to wait for the network, and how long after it failed to answer in time.
const PATIENCE = 4000;
const IMPATIENCE = 300;
let lateAt = 0;
const urls = KEPT.map((path) => new URL(path, self.location).href);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME)
    .then((cache) => cache.addAll(urls.map((url) => new Request(url, { cache: "no-cache" }))))
    .then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(OWN) && name !== NAME;
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

const fallback = () => new Response(FALLBACK.replace("<base>", `<base href="${self.registration.scope}">`), {
  status: 503,
  headers: { "content-type": "text/html; charset=utf-8" },
});

self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET") return;
  if (urls.includes(url + "/")) return event.respondWith(fetch(event.request).catch(() => Response.redirect(url + "/")));
  if (!urls.includes(url)) {
    // Other pages are not kept: say so, and list those that are.
    if (event.request.mode === "navigate" && /\/[^./]*$|\.html$/.test(url)) {
      event.respondWith(fetch(event.request).catch(fallback));
    }
    return;
  }
  const kept = () => caches.open(NAME).then((cache) => cache.match(url));
  const fresh = fetch(event.request);
  let came = false;
  const copied = fresh.then((answer) => {
    came = true;
    lateAt = 0;
    const copy = answer.ok && answer.clone();
    return copy && caches.open(NAME).then((cache) => cache.put(url, copy));
  });
  event.waitUntil(copied.catch(() => {}));
  const isBusy = Date.now() - lateAt < 10 * PATIENCE;
  const late = new Promise((wait) => setTimeout(wait, isBusy ? IMPATIENCE : PATIENCE)).then(() => {
    if (came) return fresh;
    lateAt = Date.now();
    return kept().then((found) => found || fresh);
  });
  event.respondWith(Promise.race([fresh, late]).catch((error) => kept().then((found) => {
    if (found) return found;
    throw error;
  })));
});

// Keeps the pages of KEPT for when there is no network, or one that is so busy that nothing comes. With a network that
// answers, what is shown is always from there.
// Several villages may share one host, and then what a browser keeps.
const OWN = "dorpsplein " + self.registration.scope + " ";
const NAME = OWN + VERSION;
// So many milliseconds somebody waits who needs to know where to go; and when nothing came, for what belongs to the page.
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

const sorry = () => new Response(SORRY.replace("<base>", `<base href="${self.registration.scope}">`), {
  status: 503,
  headers: { "content-type": "text/html; charset=utf-8" },
});

self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET") return;
  if (urls.includes(url + "/")) return event.respondWith(fetch(event.request).catch(() => Response.redirect(url + "/")));
  if (!urls.includes(url)) {
    // Of other pages it says that they are not there, and which are.
    if (event.request.mode === "navigate" && /\/[^./]*$|\.html$/.test(url)) {
      event.respondWith(fetch(event.request).catch(sorry));
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

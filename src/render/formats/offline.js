// Keeps the pages of KEPT for when there is no network. With a network, what is shown is always from there.
// Several villages may share one host, and then what a browser keeps.
const OWN = "dorpsplein " + self.registration.scope + " ";
const NAME = OWN + VERSION;
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

self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !urls.includes(url)) return;
  event.respondWith(fetch(event.request).then((answer) => {
    if (answer.ok) {
      const copy = answer.clone();
      event.waitUntil(caches.open(NAME).then((cache) => cache.put(url, copy)));
    }
    return answer;
  }).catch((error) => caches.open(NAME).then((cache) => cache.match(url)).then((kept) => {
    if (kept) return kept;
    throw error;
  })));
});

// The preview inside a page: events from the server, the messages, and keeping the scroll position. Not part of a built site.
(() => {
  "use strict";
  const data = document.currentScript.dataset;
  const words = JSON.parse(data.words);
  const shown = { path: location.pathname, page: data.page, bare: data.bare, state: data.state };
  const listed = document.querySelector("[data-remarks]");
  let leaving = false, source = null, failures = 0, listing = "", last = { errors: 0, warnings: 0, notes: 0 };

  // A browser may refuse to store things.
  const keep = (where, name, value) => {
    try {
      if (value === undefined) return window[where].getItem(name);
      if (value === null) window[where].removeItem(name); else window[where].setItem(name, value);
    } catch (e) { /* then it is not kept */ }
    return null;
  };
  const fill = (text, name, value) => text.replace("{" + name + "}", value);
  const make = (tag, name, parent, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };

  // The reader's position on the page.
  const spot = "dpp-spot:" + location.pathname;
  const inPage = (what) => [...document.querySelectorAll(what)].filter((item) => !item.closest(".dpp-layer"));
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

  const reload = () => {
    if (leaving) return;
    leaving = true;
    const focus = document.activeElement;
    keep("sessionStorage", spot, JSON.stringify({
      x: scrollX, y: scrollY,
      open: inPage("details").map((item) => item.open),
      focus: focus && focus.id ? "#" + CSS.escape(focus.id) : inPage(FOCUSABLE).indexOf(focus)
    }));
    location.reload();
  };

  const restore = () => {
    const kept = keep("sessionStorage", spot);
    if (!kept) return;
    keep("sessionStorage", spot, null);
    const was = JSON.parse(kept), details = inPage("details");
    if (details.length === was.open.length) details.forEach((item, at) => { item.open = was.open[at]; });
    const focus = typeof was.focus === "string" ? document.querySelector(was.focus) : inPage(FOCUSABLE)[was.focus];
    if (focus) focus.focus({ preventScroll: true });
    const back = () => scrollTo({ left: was.x, top: was.y, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  };

  // One container holds all elements of the preview.
  const layer = make("div", "dpp dpp-layer");
  layer.lang = data.lang;
  layer.hidden = true;
  const panel = make("section", "dpp-panel", layer);
  panel.id = "dpp-panel";
  panel.hidden = true;
  panel.tabIndex = -1;
  panel.setAttribute("aria-labelledby", "dpp-title");
  const head = make("div", "dpp-head", panel);
  const title = make("h2", "dpp-title", head, words.title);
  title.id = "dpp-title";
  const close = make("button", "dpp-close", head, words.close);
  close.type = "button";
  const lead = make("p", "dpp-lead", panel, words.lead);
  const list = make("div", "dpp-list", panel);
  const corner = make("div", "dpp-corner", layer);
  const said = make("p", "dpp-said", corner);
  said.setAttribute("role", "status");
  const counter = make("button", "dpp-counter", corner);
  counter.type = "button";
  counter.hidden = true;
  counter.setAttribute("aria-controls", panel.id);
  const label = make("label", "dpp-follow", corner);
  const follow = make("input", "dpp-box", label);
  follow.type = "checkbox";
  follow.checked = keep("localStorage", "dpp-follow") === "1";
  label.append(words.follow);

  let hush = 0;
  const say = (text, stays) => {
    said.textContent = text;
    clearTimeout(hush);
    if (!stays) hush = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  const show = (open) => {
    panel.hidden = !open;
    counter.setAttribute("aria-expanded", String(open));
  };
  const shut = () => {
    const held = panel.contains(document.activeElement);
    show(false);
    keep("sessionStorage", "dpp-open", null);
    keep("sessionStorage", "dpp-closed", listing);
    if (held) counter.focus();
  };
  close.addEventListener("click", shut);
  counter.addEventListener("click", () => {
    if (!panel.hidden) return shut();
    keep("sessionStorage", "dpp-open", "1");
    show(true);
    panel.focus();
  });
  follow.addEventListener("change", () => keep("localStorage", "dpp-follow", follow.checked ? "1" : null));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) shut();
  });
  document.addEventListener("click", async (event) => {
    const place = event.target.closest && event.target.closest("[data-place]");
    if (!place) return;
    const what = place.dataset.place;
    try {
      await navigator.clipboard.writeText(what);
      say(fill(words.copied, "what", what));
    } catch (e) {
      say(fill(words.not_copied, "what", what), true);
    }
  });

  const count = (number, one, more) => number === 1 ? words[one] : number ? fill(words[more], "n", number) : "";
  const remarks = async (news) => {
    const before = last;
    shown.state = String(news.state);
    last = news;
    if (listed) return;
    const any = news.errors + news.warnings + news.notes > 0;
    counter.textContent = [
      count(news.errors, "error", "errors"),
      count(news.warnings, "warning", "warnings"),
      count(news.notes, "note", "notes")
    ].filter(Boolean).join(", ");
    counter.classList.toggle("dpp-has-errors", news.errors > 0);
    lead.hidden = !news.old;
    if (!any) {
      if (panel.contains(document.activeElement)) document.activeElement.blur();
      show(false);
      counter.hidden = true;
      list.textContent = listing = "";
      keep("sessionStorage", "dpp-open", null);
      keep("sessionStorage", "dpp-closed", null);
      if (before.errors + before.warnings > 0) say(words.mended);
      return;
    }
    counter.hidden = false;
    const answer = await fetch(data.own + "remarks");
    const html = await answer.text();
    // A newer event may have arrived in the meantime.
    if (news !== last || !answer.ok) return;
    if (listing !== html) list.innerHTML = listing = html;
    list.querySelectorAll("[data-place]").forEach((place) => { place.title = words.copy; });
    const closed = keep("sessionStorage", "dpp-closed") === html;
    show((news.errors > 0 && !closed) || keep("sessionStorage", "dpp-open") === "1");
  };

  // A changed style: the new sheet is loaded before the old one is removed, so that nothing flashes.
  const style = (news) => {
    const sheets = [...document.querySelectorAll('link[rel="stylesheet"]:not(.dpp-style)')];
    if (sheets.length !== news.styles.length) return reload();
    shown.page = news.page;
    sheets.forEach((old, at) => {
      if (old.getAttribute("href") === news.styles[at]) return;
      const sheet = old.cloneNode();
      sheet.setAttribute("href", news.styles[at]);
      sheet.addEventListener("load", () => old.remove());
      sheet.addEventListener("error", () => old.remove());
      old.after(sheet);
    });
  };

  const images = (news) => {
    const changed = new Set(news.addresses.map(encodeURI));
    const fresh = (link) => {
      const url = new URL(link, document.baseURI);
      if (url.origin !== location.origin || !changed.has(url.pathname)) return link;
      url.searchParams.set("dpp", news.state);
      return url.href;
    };
    document.querySelectorAll("img, source").forEach((item) => {
      const set = item.getAttribute("srcset"), src = item.getAttribute("src");
      if (set) {
        item.setAttribute("srcset", set.split(/,\s+/).map((part) => {
          const [link, ...size] = part.trim().split(/\s+/);
          return [fresh(link), ...size].join(" ");
        }).join(", "));
      }
      if (src && fresh(src) !== src) item.setAttribute("src", fresh(src));
    });
  };

  const goTo = (news) => {
    if (!follow.checked || leaving || news.address === location.pathname) return;
    leaving = true;
    location.assign(news.address);
  };

  // A browser allows few connections to one server: a hidden page closes its own, and compares when it is
  // visible again.
  const leave = () => {
    if (source) source.close();
    source = null;
  };
  const connect = () => {
    if (source || document.hidden || leaving) return;
    const mine = source = new EventSource(data.own + "events?" + new URLSearchParams(shown));
    const on = (name, use) => mine.addEventListener(name, (event) => use(JSON.parse(event.data)));
    mine.onopen = () => {
      if (failures > 2) say("");
      failures = 0;
    };
    on("remarks", (news) => remarks(news).catch(() => {}));
    on("follow", goTo);
    on("images", images);
    on("style", style);
    on("reload", reload);
    mine.onerror = () => {
      if (source !== mine) return;
      leave();
      failures += 1;
      if (failures === 3) say(words.away, true);
      setTimeout(connect, Math.min(500 * failures, 3000));
    };
  };

  const begin = () => {
    let sheet = document.querySelector('link[href$="/.dorpsplein/preview.css"]');
    const ready = () => { layer.hidden = false; };
    if (sheet) {
      ready();
    } else {
      sheet = make("link", "dpp-style");
      sheet.rel = "stylesheet";
      sheet.href = data.own + "preview.css";
      sheet.addEventListener("load", ready);
      document.head.append(sheet);
    }
    document.body.append(layer);
    restore();
    connect();
  };
  document.addEventListener("visibilitychange", () => document.hidden ? leave() : connect());
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leaving = false;
    connect();
  });
  begin();
})();

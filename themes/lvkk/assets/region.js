// Narrows down the agenda of a region by village, distance, kind and day. It reads one small file per day; see
// src/render/formats/region/day_files.rs.
(() => {
  const root = document.documentElement;
  root.classList.add("dp-script");

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".dp-sift"), status = document.querySelector(".dp-search-status");
    const found = document.querySelector(".dp-sifted");
    if (!form) return;
    const [heading, list, more] = found.children, words = JSON.parse(form.dataset.words);
    const [village, distance, kind, from] = form.querySelectorAll("input, select");
    const days = [], PER_TURN = 40, DAYS_PER_TURN = 14, kept = {};
    let turn = 0, at, seen, last, places, choice;

    for (const run of form.dataset.days.split(" ")) {
      const [first, end] = run.split("-");
      for (let day = +first; day <= +(end || first); day++) days.push(day);
    }
    const on = (day) => new Date(day * 864e5);
    const iso = (day) => on(day).toISOString().slice(0, 10);
    const told = (day, how) => on(day).toLocaleDateString([root.lang, "nl"], { ...how, timeZone: "UTC" });
    const plain = (day) => told(day, { dateStyle: "long" });
    const load = (address) => kept[address] = kept[address] || fetch(address).then((answer) =>
      answer.ok ? answer.json() : Promise.reject(answer.status));
    const key = (name) => name.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
    const make = (what, inside, className) => {
      const made = document.createElement(what);
      made.append(...[inside].flat());
      if (className) made.className = className;
      return made;
    };
    const link = (address, text, elsewhere) => {
      const made = make("a", text);
      if (!elsewhere || /^https?:\/\//.test(address)) made.href = address;
      if (elsewhere) made.rel = "external";
      return made;
    };

    // Villages by name, fetched when somebody starts to choose one.
    const villages = () => places = places || load(form.getAttribute("data-href")).then((all) => {
      const names = new Map();
      const options = all.map(([name, id, lat, lon]) => {
        // The exact name is one village; without accents and capitals it may be several, and the first counts.
        const one = { id, lat, lon };
        names.set("=" + name, one);
        if (!names.has(key(name))) names.set(key(name), one);
        const option = document.createElement("option");
        option.value = name;
        return option;
      });
      village.list.replaceChildren(...options);
      return names;
    }, (refused) => {
      places = 0;
      throw refused;
    });
    const kilometres = (one, lat, lon) => {
      const narrow = Math.cos((one.lat + lat) * Math.PI / 360);
      return Math.hypot(one.lat - lat, (one.lon - lon) * narrow) * 111.195;
    };

    const fits = ([, , , of, kinds, , , , ends], all) => {
      if (ends * 6e4 <= Date.now() || choice.kind && kinds !== choice.kind) return false;
      if (!choice.village) return true;
      const there = all[of];
      if (!there) return false;
      if (there[1] === choice.village.id) return true;
      if (!choice.distance || choice.village.lat == null || there[2] == null) return false;
      return kilometres(choice.village, there[2], there[3]) <= choice.distance;
    };
    const line = ([time, title, address, of, , place, state, label, , about], all) => {
      const there = all[of], words = [];
      if (there) words.push(link("../" + form.dataset.of + "/" + there[1] + "/", there[0]));
      if (place) words.push((there ? "\u00a0· " : "") + place);
      const name = [link(there && !/^https?:/.test(address) ? there[4] + address : address, title, there)];
      if (label) name.unshift(make("strong", label, "dp-status dp-status-" + state), " ");
      const parts = [make("p", name, "dp-event-title"), make("p", words, "dp-quiet")];
      if (about) parts.splice(1, 0, make("p", about));
      return make("li", [
        make("p", time, "dp-event-time"),
        make("div", parts, "dp-event-words"),
      ], "dp-event" + (state ? " dp-event-" + state : ""));
    };

    // Adds days until there is a screenful; the button adds more.
    const go = async (mine) => {
      let added = 0, looked = 0, focus;
      while (at < days.length && added < PER_TURN && looked++ < DAYS_PER_TURN) {
        const day = days[at];
        const file = await load(iso(day).replace(/-/g, "/") + "/" + words.file);
        if (mine !== turn) return;
        // What began earlier is listed once: on the first day shown.
        const all = day === choice.first && file.g ? file.r.concat(file.g) : file.r;
        const own = all.filter((row) => fits(row, file.v));
        if (own.length) {
          const title = make("h3", told(day, { weekday: "long", day: "numeric", month: "long" }), "dp-day-title");
          const lines = make("ul", own.map((row) => line(row, file.v)), "dp-events");
          list.append(make("section", [title, lines], "dp-day"));
          focus = focus || lines.querySelector("a");
        }
        added += own.length;
        last = day;
        at++;
      }
      seen += added;
      more.hidden = at >= days.length;
      const text = last === undefined ? words.nothing : words[seen > 1 ? "other" : seen ? "one" : "none"];
      status.textContent = (choice.unplaced ? words.unplaced + " " : "")
        + text.replace("{n}", seen).replace("{from}", plain(choice.from)).replace("{until}", last && plain(last));
      return focus;
    };
    const show = (on) => {
      found.hidden = !on;
      root.classList.toggle("dp-searching", on);
    };
    const failed = () => {
      show(false);
      status.textContent = words.failed;
    };

    const sift = async () => {
      const mine = ++turn, asks = [village, distance, kind, from].some((field) => field.value);
      status.textContent = asks ? words.busy : "";
      village.setAttribute("aria-invalid", false);
      if (!asks) return show(false);
      try {
        const names = village.value.trim() && await villages();
        if (mine !== turn) return;
        const chosen = names && (names.get("=" + village.value.trim()) || names.get(key(village.value)));
        if (names && !chosen) {
          village.setAttribute("aria-invalid", true);
          show(false);
          return status.textContent = words.unknown;
        }
        const first = Math.max(days[0], Date.parse(root.dataset.day || iso(days[0])) / 864e5);
        const start = Math.max(first, (Date.parse(from.value) || 0) / 864e5);
        choice = { village: chosen, distance: +distance.value, kind: kind.value, from: start };
        choice.unplaced = chosen && choice.distance && chosen.lat == null;
        at = days.findIndex((day) => day >= start);
        if (at < 0) at = days.length;
        choice.first = days[at];
        seen = 0;
        last = undefined;
        list.replaceChildren();
        show(true);
        await go(mine);
      } catch (refused) {
        if (mine === turn) failed();
      }
    };

    const keep = () => {
      const query = "?" + new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
      try {
        history.replaceState(0, "", query === "?" ? location.pathname : query);
      } catch (refused) { /* From a folder. */ }
    };
    const again = () => {
      keep();
      sift();
    };
    village.onfocus = () => villages().catch(() => {});
    village.onchange = distance.onchange = kind.onchange = from.onchange = again;
    form.onsubmit = (event) => {
      event.preventDefault();
      again();
    };
    form.onreset = () => setTimeout(again);
    more.onclick = async () => {
      const mine = turn;
      status.textContent = words.busy;
      try {
        const focus = await go(mine);
        if (focus) focus.focus();
        else if (mine === turn) heading.focus();
      } catch (refused) {
        if (mine === turn) failed();
      }
    };

    const query = new URLSearchParams(location.search);
    for (const one of [village, distance, kind, from]) if (query.get(one.name)) one.value = query.get(one.name);
    sift();
  });
})();

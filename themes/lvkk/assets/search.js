// Searches the site; see src/render/formats/search/mod.rs.
var dpSearch = (() => {
  const root = document.documentElement, other = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };
  root.classList.add("dp-script");

  const words = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => other[letter])
    .replace(/['’‘ʼ`](s(?![\p{Alpha}\p{N}]))?/gu, "")
    .split(/[^\p{Alpha}\p{N}]+/u).filter((word) => word[1] || /\d/.test(word));
  const fold = (word) => {
    word = word.replace(/ij/g, "y").replace(/v/g, "f").replace(/z/g, "s");
    if (word[3]) word = word.replace(/oa/g, "o").replace(/ao/g, "a");
    return word[2] ? word.replace(/(\D)\1+/gu, "$1") : word;
  };
  const stem = (word) => {
    const less = word.replace(/^(.{3,}?)e(ns?|s)?$/, "$1").replace(/^(..+[bdfgklmprt])s$/, "$1");
    return less === word ? word : stem(less);
  };
  // One letter differs.
  const near = (one, two) => {
    let i = 0;
    while (one[i] && one[i] === two[i]) i++;
    const a = one.slice(i), b = two.slice(i), c = a.slice(1), d = b.slice(1);
    return c === d || c === b || a === d || a[0] === b[1] && a[1] === b[0] && c.slice(1) === d.slice(1);
  };
  // 3: the same, 2: begins with it, 1: contains it.
  const fit = (word, asked, trunk) => {
    const own = word.includes(trunk) ? stem(word) : "";
    if (word === asked || own === trunk) return 3;
    if (word.startsWith(asked)) return 2;
    return +(asked[2] && word.indexOf(asked, 2) > 0 || own.endsWith(trunk) && !!own[trunk.length + 1]);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const [form, status, found] = document.querySelectorAll(".dp-search, [role=status], .dp-found");
    const [field, kind, when] = form, [head, list, more] = found.children, about = JSON.parse(form.dataset.search);
    const kept = {}, titles = new Map();
    const today = Date.parse(root.dataset.day) / 864e5;
    const on = (day) => new Date(day * 864e5), month = (day) => on(day).toISOString().slice(0, 7);
    const week = (day) => Math.floor((day + 3) / 7);
    // What is to come first, the past last.
    const order = (day) => day < today ? 1e6 - day - !day * 5e5 : day;
    const spans = [,
      (item) => item.day >= today,
      (item) => item.days.some((day) => week(day) === week(today)),
      (item) => item.days.some((day) => month(day) === month(today)),
      (item) => item.day && item.day < today,
    ];
    let turn = 0, timer, hits, shown;

    const items = [...document.querySelectorAll("[data-kind] > li")].map((item, n) => {
      const days = [], link = item.firstChild;
      let at = 0;
      for (const run of (item.dataset.days || "").split(" ")) {
        const [step, times] = run.split("x");
        for (let n = step && (times || 1); n-- > 0;) days.push(at += +step);
      }
      for (const word of words(link.textContent).map(fold)) titles.set(word, [...titles.get(word) || [], n * 4]);
      const day = days.find((day) => day >= today) || at;
      return { link, days, day, ...item.parentNode.dataset };
    });

    const load = (name) => kept[name] = kept[name] || fetch(name + ".json?v=" + about.v)
      .then((answer) => answer.json())
      .then((file) => file.v === about.v ? file.w : Promise.reject());
    const places = async (trunk) => {
      const files = about.p.map((start, n) =>
        start <= trunk + "\uffff" && !(about.p[n + 1] <= trunk) ? load("index-" + n) : {});
      return (await Promise.all(files)).map(Object.entries).flat().map(([word, steps]) => {
        let at = 0;
        return [word, steps.map((step) => at += step)];
      });
    };
    const score = (all, fits, scores = []) => {
      for (const [word, numbers] of all) {
        const points = fits(word);
        if (points) for (const at of numbers) {
          scores[at >> 2] = Math.max(scores[at >> 2] || 0, points + 6 - 3 * (at & 3));
        }
      }
      return scores;
    };
    // What has this word, with at least `least` points.
    const find = async (word, known, least = 1) => {
      const asked = fold(word), trunk = stem(asked);
      return score(known || await places(trunk), (one) => {
        const points = fit(one, asked, trunk);
        return points >= least && points;
      });
    };
    const better = (scores, others) => others.forEach((points, n) => scores[n] = Math.max(scores[n] || 0, points));
    // "oudpapier" is also "oud papier".
    const apart = async (word, known, scores = []) => {
      for (let at = 3; at < word.length - 2; at++) {
        const front = await find(word.slice(0, at), known, 3);
        const rest = front.length ? await find(word.slice(at), known, 3) : [];
        front.forEach((points, n) => {
          if (rest[n]) scores[n] = Math.max(scores[n] || 0, Math.min(points, rest[n]) - 2);
        });
      }
      return scores;
    };
    const look = async (word, said) => {
      const asked = fold(word), scores = await find(word, said.titles);
      // In a text the two words may be far apart: only if nothing else is found.
      better(scores, await apart(word, scores.length ? titles : said.titles));
      if (!word[4] || said.titles || scores.length) return scores;
      const files = [-1, 0, 1].map((more) => load("typo-" + (about.t[asked.length + more] || 0)));
      for (const one of new Set((await Promise.all(files)).join(" ").split(" "))) {
        if (near(asked, one)) said.near = score(await places(one), (same) => +(same === one), scores);
      }
      return scores;
    };

    // Which words name a day (`woensdag`, `9 december 2026`, `morgen`, `weekend`), and whether a day is that one.
    const stems = (names) => names.map((name) => stem(fold(words(name)[0] || "")));
    const [weekdays, months, parts] = [about.d, about.m, about.q].map(stems), soon = about.s.map(stems);
    const dayIn = (asked) => {
      const told = asked.map((word) => stem(fold(word))), at = new Set(), dates = [], others = [];
      // `zaterdag`, and also `zaterdagavond`.
      const weekday = (n) => weekdays.findIndex((name) => name === told[n]
        || told[n] && told[n].startsWith(name) && parts.includes(told[n].slice(name.length)));
      told.forEach((word, n) => {
        const month = word[2] ? months.findIndex((name) => name.startsWith(word)) % 12 : -1;
        const number = [n - 1, n + 1].find((near) => parseInt(told[near]) < 32);
        if (month < 0 || number === undefined) return;
        const last = Math.max(n, number), first = Math.min(n, number);
        const year = /^\d{4}$/.test(told[last + 1]) && told[last + 1];
        dates.push((day) => day.getUTCMonth() === month && day.getUTCDate() === parseInt(told[number])
          // Without a year, the nearest.
          && (year ? day.getUTCFullYear() === +year : Math.abs(day / 864e5 - today) < 183));
        // The weekday may be wrong.
        for (let n = first - (weekday(first - 1) >= 0); n <= last + !!year; n++) at.add(n);
      });
      told.forEach((word, n) => {
        const ahead = soon.findIndex((names) => names.includes(word)), name = weekday(n);
        // Short names only before a date: `wo 9 dec`.
        if (at.has(n) || ahead < 0 && (name < 0 || name > 6)) return;
        others.push((day) => {
          const away = day / 864e5 - today;
          if (ahead < 0) return away >= 0 && (day.getUTCDay() + 6) % 7 === name;
          return ahead < 2 ? away === ahead : away >= 0 && away < 7 && day.getUTCDay() % 6 === 0;
        });
        at.add(n);
      });
      const rules = dates[0] ? dates : others;
      return { at, is: (day) => rules.some((fits) => fits(on(day))) };
    };

    const draw = () => {
      list.textContent = "";
      for (const { link, title, at: day } of hits.slice(0, shown)) {
        const item = document.createElement("li"), note = document.createElement("span");
        const told = { dateStyle: "full", timeZone: "UTC" };
        note.textContent = title + (day ? " · " + on(day).toLocaleDateString([root.lang, "nl"], told) : "");
        item.append(link.cloneNode(true), note);
        list.append(item);
      }
      more.hidden = shown >= hits.length;
    };
    const search = async () => {
      const mine = ++turn, span = spans[when.selectedIndex], all = words(field.value);
      const day = dayIn(all);
      let told = all.map((word, at) => ({ word, isDay: day.at.has(at) }));
      const telling = told.filter(({ word, isDay }) => isDay || !about.o.includes(fold(word)));
      if (telling[0]) told = telling;
      const asked = told.map(({ word }) => word);
      const onDay = [...told.keys()].filter((at) => told[at].isDay);
      let said = {};
      const ask = async () => {
        const scores = await Promise.all(told.map(({ word, isDay }) => isDay ? find(word, said.titles) : look(word, said)));
        // "dorps huis" is also "dorpshuis".
        for (let n = 1; n < asked.length; n++) {
          const whole = await find(asked[n - 1] + asked[n], said.titles, 2);
          better(scores[n - 1], whole);
          better(scores[n], whole);
        }
        return scores;
      };
      // Without the index there are only titles.
      const scores = await ask().catch(() => ask(said = { titles }));
      if (mine !== turn) return;
      // What takes place on the requested day fits; what is on other days does not, whatever its text says.
      items.forEach((item, n) => {
        const days = item.days.filter(day.is), fits = days.find((day) => day >= today) || days.pop() || 0;
        if (fits || item.day >= today) for (const at of onDay) scores[at][n] = fits && 10;
        item.at = fits || item.day;
      });
      // If no page has all words, rare ones weigh more.
      const weights = scores.map((own) => 1 / own.filter(Boolean).length);
      items.forEach((item, n) => {
        item.has = item.points = item.weight = 0;
        scores.forEach((own, at) => {
          if (!own[n]) return;
          item.has++;
          item.points += own[n];
          item.weight += weights[at];
        });
      });
      const fits = (item, n) => (!kind.value || item.kind === kind.value) && (!span || span(item))
        && onDay.every((at) => scores[at][n]);
      hits = items.filter(fits);
      const most = hits.reduce((most, item) => Math.max(most, item.has), 0), whole = most === asked.length;
      hits = hits.filter((item) => item.has === most && (most || whole)).sort((one, two) =>
        !whole && two.weight - one.weight || two.points - one.points || order(one.at) - order(two.at));
      shown = 20;
      draw();
      const asks = asked[0] || kind.value || span, n = hits.length, texts = about.w;
      // One letter is in everything.
      const few = field.value.trim() && !all[0] ? texts[5] : "";
      status.textContent = few + (asks ? (said.titles ? texts[4] : !n ? "" : !whole ? texts[6] : said.near ? texts[3] : "")
        + (n ? texts[+(n > 1)].replace("{n}", n) : texts[2]) : "");
      found.hidden = !asks || !n;
      root.classList.toggle("dp-searching", !found.hidden);
      return !!asks;
    };

    // Typing is one history step until it is sent.
    const go = (typing, replaces) => {
      clearTimeout(timer);
      const query = "?" + new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
      try {
        history[replaces || query === (location.search || "?") ? "replaceState" : "pushState"](typing, "", query);
      } catch (refused) { /* From a folder. */ }
      return search();
    };
    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const one of [field, kind, when]) one.value = query.get(one.name) || "";
      search();
    };
    field.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(go, 250, 1, history.state);
    };
    kind.onchange = when.onchange = () => go(0);
    form.onsubmit = async (event) => {
      event.preventDefault();
      if (!await go(0, history.state)) return;
      // Focus the results: the keyboard of a phone closes, and they scroll into view.
      (found.hidden ? status : head).focus({ preventScroll: true });
      if (status.getBoundingClientRect().top > innerHeight / 2) status.scrollIntoView();
    };
    more.onclick = () => {
      shown += 20;
      draw();
      list.children[shown - 20].firstChild.focus();
    };
    onpopstate = read;
    read();
  });
  return { words, fold, stem, near, fit };
})();

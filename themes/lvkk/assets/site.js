// Only adds: every page works without it.
(function () {
  "use strict";
  var root = document.documentElement.dataset;
  var now;
  var all = function (what, use) { Array.prototype.forEach.call(document.querySelectorAll(what), use); };

  var mark = function (item, classes, words) {
    var label = document.createElement("span");
    label.className = classes;
    label.textContent = words;
    item.querySelector(".dp-event-time").append(" ", label);
  };

  // The village's wall clock, as if it were UTC: data-clock has offsets in minutes, each by the minute from which it
  // counts. The browser's own time zone formats are slow on an old phone.
  var onWall = function (moment) {
    var offset = 0;
    (root.clock || "").split(" ").forEach(function (change) {
      var from = change.split("=");
      if (from.length < 2 || moment >= from[0] * 6e4) offset = +from.pop();
    });
    return moment + offset * 6e4;
  };

  // The date in the village.
  var dayIn = function (days) { return new Date(onWall(now) + days * 864e5).toISOString().slice(0, 10); };
  var today, tomorrow, comes;

  function look() {
    now = Date.now();
    today = root.day = dayIn(0);
    tomorrow = dayIn(1);
    comes = false;
    // What is over is hidden, even if the site was not rebuilt. The page of a week or a day keeps it, marked as over if
    // it took place.
    all("[data-ends]", function (item) {
      if (!(Date.parse(item.dataset.ends) <= now)) return;
      var keeps = item.closest("[data-over]");
      if (!keeps) return item.hidden = true;
      var told = item.querySelector(".dp-open");
      if (told) told.remove();
      delete item.dataset.starts;
      if (!item.matches(".dp-event-cancelled, .dp-event-away") && !item.querySelector(".dp-now")) mark(item, "dp-now", keeps.dataset.over);
    });

    // Folded events move up in place of those that are over.
    all(".dp-later", function (later) {
      var coming = "li:not([hidden])", list = later.previousElementSibling, row;
      while ((row = later.querySelector(coming)) && list.querySelectorAll(coming).length < 12) list.append(row);
      later.hidden = !row;
    });

    // True only from some moment on.
    all("[data-from]", function (item) {
      if (Date.parse(item.dataset.from) <= now) item.hidden = false;
    });

    // What is on now says so; what takes several days, at its hours and not in the nights between them.
    var clock = new Date(onWall(now)).toISOString().slice(11, 16);
    all("[data-starts]:not([hidden])", function (item) {
      var of = item.dataset, from = of.starts.slice(11, 16), until = of.ends.slice(11, 16), told = item.querySelector(".dp-open");
      var isIn = until > from ? from <= clock && clock < until : from <= clock || clock < until;
      if (!isIn || !(Date.parse(of.starts) <= now)) told && told.remove();
      else if (!told) mark(item, "dp-now dp-open", root.now);
    });

    var isOn, isLeft;
    all(".dp-day", function (day) {
      if (!day.querySelector("[data-ends]:not([hidden])")) day.hidden = true;
      isLeft = isLeft || !day.hidden;
      comes = comes || !day.hidden && day.dataset.day >= today;
      isOn = isOn || day.dataset.day <= today && day.querySelector(".dp-event:not(.dp-event-away)") && (!day.hidden || day.dataset.day === today);
      var date = day.dataset.day, label = day.querySelector(".dp-ahead");
      var word = date === today ? root.today : date === tomorrow ? root.tomorrow : "";
      if ((label ? label.textContent : "") === word) return;
      if (!label) {
        label = document.createElement("span");
        label.className = "dp-ahead";
        day.querySelector("time").prepend(label, " ");
      }
      label.textContent = word;
      label.hidden = !word;
    });
    all(".dp-home-quiet", function (words) { words.hidden = isOn || !isLeft; });
    all(".dp-home-none", function (words) { words.hidden = isLeft; });

    all(".dp-month time", function (time) {
      var cell = time.closest("td");
      if (!cell.classList.toggle("dp-today", time.dateTime === today) || cell.id) return;
      all("#dp-today", function (old) { old.removeAttribute("id"); });
      cell.id = "dp-today";
    });

    // A site that is too old says how old it is.
    all("[data-built]", function (note) {
      var days = (Date.parse(today) - Date.parse(note.dataset.built)) / 864e5;
      if (!(days > note.dataset.days)) return;
      var ago = note.querySelector("span"), words = ago.dataset;
      ago.textContent = days < 14 ? words.days.replace("{n}", days) : words.weeks.replace("{n}", Math.floor(days / 7));
      note.hidden = false;
    });
  }

  // The address of a week (ISO 8601: its Thursday's year).
  var weekIn = function (days) {
    var day = new Date(onWall(now) + days * 864e5);
    day.setUTCDate(day.getUTCDate() + 3 - (day.getUTCDay() + 6) % 7);
    var week = Math.ceil((day - Date.UTC(day.getUTCFullYear(), 0, 1) + 1) / 6048e5);
    return day.getUTCFullYear() + "/week-" + ("0" + week).slice(-2) + "/";
  };

  // A list that has run out, as the site was not rebuilt, continues with this week and the next, from their own pages.
  var box;
  function goOn(room) {
    if (comes || !window.fetch || room.dataset.went === today) return;
    room.dataset.went = today;
    // The new days get the height of those that are over, so that what follows does not move when they come.
    if (box) box.style.minHeight = 0;
    box = document.createElement("div");
    var over = room.parentNode.querySelectorAll(".dp-day[hidden], .dp-day[hidden] [hidden]");
    var show = function (isShown) { over.forEach(function (item) { item.hidden = !isShown; }); };
    var height = -room.offsetTop;
    show(true);
    height += room.offsetTop;
    show(false);
    room.before(box);
    box.style.minHeight = Math.min(height, innerHeight) + "px";
    var agenda = (room.querySelector("a") || location).href;
    Promise.all([0, 7].map(function (days) {
      return fetch(new URL(weekIn(days), agenda)).then(function (page) {
        return page.ok && page.text().then(function (html) { return [html, page.url]; });
      });
    })).then(function (weeks) {
      var days = [], known = {};
      var nameOf = function (event) { return (event.querySelector("a") || event).href + event.dataset.ends; };
      all(".dp-day:not([hidden]) .dp-event:not([hidden])", function (event) { known[nameOf(event)] = true; });
      weeks.filter(Boolean).forEach(function (week) {
        var there = new DOMParser().parseFromString(week[0], "text/html");
        there.querySelectorAll("[data-over] .dp-day").forEach(function (day) {
          day.querySelectorAll("a").forEach(function (link) {
            link.href = new URL(link.getAttribute("href") || "", week[1]);
          });
          // An event of several days is on each of them there, and once here: today, or on its first day.
          day.querySelectorAll(".dp-event").forEach(function (event) {
            var name = nameOf(event), before = known[name];
            if (before && (before === true || day.dataset.day > today)) return event.remove();
            if (before) before.remove();
            known[name] = event;
          });
          var title = day.querySelector(".dp-day-title"), own = document.createElement("h" + room.dataset.level);
          own.className = title.className;
          own.innerHTML = title.innerHTML;
          title.replaceWith(own);
          days.push(day);
        });
      });
      days = days.filter(function (day) { return day.querySelector(".dp-event"); });
      days.forEach(function (day) { box.append(day); });
      if (!days[0]) box.remove();
      look();
      days.filter(function (day) { return !day.hidden; }).slice(room.dataset.most || 99).forEach(function (day) {
        day.remove();
      });
    }).catch(function () { box.remove(); });
  }

  // Sheets for a wall have a button to print them.
  all("[data-print]", function (room) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "dp-button";
    button.textContent = room.dataset.print;
    button.addEventListener("click", function () { print(); });
    room.append(button);
    room.hidden = false;
  });

  // From a folder or a USB stick, a link to a page must name its file.
  if (location.protocol === "file:") {
    all("a[href]", function (link) {
      var url = new URL(link.href);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) {
        url.pathname += "index.html";
        link.href = url.href;
      }
    });
  }

  // Some pages are kept for use offline; a preview keeps nothing.
  var own = document.currentScript, preview = document.querySelector('script[src*="/.dorpsplein/"]');
  if ("serviceWorker" in navigator && own && !preview) {
    addEventListener("load", function () {
      navigator.serviceWorker.register(new URL("../offline.js", own.src)).catch(function () {});
    });
  }

  // Open now, or when it opens, by the village's clock. Moments are minutes and days there since 1970.
  function sayHours() {
    document.querySelectorAll("[data-hours]").forEach(function (item) {
      var table = JSON.parse(item.dataset.hours), words = table.t;
      var minute = Math.floor(onWall(Date.now()) / 6e4);
      var today = Math.floor(minute / 1440), until = minute, from;

      function timesOn(day) {
        var week = table.w.filter(function (run) { return run[0] <= day; }).pop();
        var other = table.d.find(function (run) { return run[0] <= day && day <= run[1]; });
        return week && week[1] && (other ? other[2] : week[1][(day + 3) % 7]);
      }

      // Yesterday may run past midnight; adjoining times are one.
      for (var day = today - 1, times; !from && (times = timesOn(day)); day++) {
        for (var i = 0; i < times.length; i += 2) {
          var opens = day * 1440 + times[i], closes = day * 1440 + times[i + 1];
          if (opens > until) from = from || opens;
          else if (closes > until) until = closes;
        }
      }
      if (!(day > today)) return;
      // Events there: the step from one start to the next, and a duration; below zero it may be over.
      var begins = 0, isOn, mayBe, before;
      (table.e || []).forEach(function (n, i) {
        if (i % 2 === 0) return begins += n;
        var goesOn = begins <= minute && minute < begins + Math.abs(n);
        isOn = isOn || goesOn && n > 0;
        mayBe = mayBe || goesOn;
        before = before || begins > minute && (!from || begins < from);
      });
      var open = until > minute, at = open ? until : from;
      // A place where something may be on is not called closed.
      if (!open && mayBe && !isOn) return item.hidden = true;
      var ahead = Math.floor(at / 1440) - today, date = new Date(at * 6e4);
      var which = open ? +(until - minute > 1440) : isOn ? 9 : !at || before || begins && ahead > 6 ? 6
        : ahead < 2 ? 2 + ahead : ahead < 7 ? 4 : 5;
      var hour = date.getUTCHours();
      var values = {
        hour: hour, hh: ("0" + hour).slice(-2), minute: ("0" + date.getUTCMinutes()).slice(-2),
        day: date.getUTCDate(), weekday: words[7].split(",")[(date.getUTCDay() + 6) % 7],
        month: words[8].split(",")[date.getUTCMonth()]
      };
      item.textContent = words[which].replace(/{(\w+)}/g, function (_, name) { return values[name]; });
      item.classList.toggle("dp-open", which < 2 || which > 8);
      item.hidden = false;
    });
  }

  // With very large letters the menu would fill the screen: it starts folded.
  var menu = document.querySelector(".dp-menu-fold"), large = menu && matchMedia("(max-width: 20rem)");
  if (menu) (large.onchange = function () { menu.open = !large.matches; })();

  // A page may stay open for days, on a phone or a screen in the hall.
  function tick() {
    look();
    all("[data-goes-on]", goOn);
    sayHours();
  }
  tick();
  setInterval(tick, 6e4);
  document.addEventListener("visibilitychange", tick);
})();

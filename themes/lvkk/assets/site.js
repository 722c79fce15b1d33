// Only adds: every page works without it.
(function () {
  "use strict";
  var root = document.documentElement.dataset;
  var now = Date.now();
  var all = function (what, use) { Array.prototype.forEach.call(document.querySelectorAll(what), use); };

  // What is over is hidden, also when nobody rebuilt the site for a while.
  all("[data-ends]", function (item) {
    if (Date.parse(item.dataset.ends) < now) item.hidden = true;
  });

  // Which day it is in the village.
  var dayIn = function (days) {
    try {
      return new Intl.DateTimeFormat("sv-SE", { timeZone: root.zone }).format(now + days * 864e5);
    } catch (e) { return ""; }
  };
  var today = dayIn(0), tomorrow = dayIn(1);
  all(".dp-day", function (day) {
    if (!day.querySelector("[data-ends]:not([hidden])")) day.hidden = true;
    var date = day.dataset.day, label = day.querySelector(".dp-ahead");
    var word = date === today ? root.today : date === tomorrow ? root.tomorrow : "";
    if (!today || (label ? label.textContent : "") === word) return;
    if (!label) {
      label = document.createElement("span");
      label.className = "dp-ahead";
      day.querySelector("time").prepend(label, " ");
    }
    label.textContent = word;
    label.hidden = !word;
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
})();

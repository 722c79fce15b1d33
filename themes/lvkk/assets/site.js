// Only adds: every page works without it.
(function () {
  "use strict";

  // What is over is hidden, also when nobody rebuilt the site for a while.
  var now = Date.now();
  document.querySelectorAll("[data-ends]").forEach(function (item) {
    if (Date.parse(item.dataset.ends) < now) item.hidden = true;
  });
  document.querySelectorAll(".dp-day").forEach(function (day) {
    if (!day.querySelector("[data-ends]:not([hidden])")) day.hidden = true;
  });

  // From a folder or a USB stick, a link to a page must name its file.
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(function (link) {
      var url = new URL(link.href);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) {
        url.pathname += "index.html";
        link.href = url.href;
      }
    });
  }
})();

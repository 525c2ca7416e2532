"use strict";
// Comfort only: everything on the page works without this script.
(function () {
  // Opens what a link leads into, for browsers that do not do so themselves.
  function open() {
    light(false);
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    light(true, target);
    target.scrollIntoView();
  }
  // A mark may go over several runs of text; the style sheet can light the first only.
  function light(on, target) {
    if (!on) return document.querySelectorAll(".lit").forEach(function (e) { e.classList.remove("lit"); });
    var run = target.parentElement;
    for (var n = +target.getAttribute("data-runs"); n > 0 && run; run = run.nextElementSibling) {
      if (run.classList.contains("note")) continue;
      run.classList.add("lit");
      n--;
    }
  }
  addEventListener("hashchange", open);
  // A click on the link that one stands on already opens it again.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) open();
  });
  open();
  // Paper has no summaries to click on.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
  });
})();

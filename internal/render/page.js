"use strict";
// Comfort only where the page is small. A large one has what opens on a click packed,
// and this unpacks it.
(function () {
  var packed = document.getElementById("packed"), parts = [];

  // Puts the parts below an element in their places.
  function fill(where) {
    if (!parts.length) return;
    for (var mark; (mark = where.querySelector("[data-part]")); ) mark.outerHTML = parts[+mark.dataset.part];
  }
  // Finds what has an id, in what is still packed too.
  function find(id) {
    var target = id && document.getElementById(id);
    if (target || !id) return target;
    show(' id="' + id + '"');
    return document.getElementById(id);
  }
  // Puts the part with some words in its place, and before it the part that this is in.
  function show(words) {
    var at = parts.findIndex(function (part) { return part.includes(words); });
    if (at < 0) return;
    var mark = 'data-part="' + at + '"';
    if (!document.querySelector("[" + mark + "]")) show(mark);
    var place = document.querySelector("[" + mark + "]");
    if (place) fill(place.parentElement);
  }
  // Opens what a link leads into, for browsers that do not do so themselves.
  function open() {
    light(false);
    var target = find(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") { fill(e); e.open = true; }
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
  async function unpack() {
    var bytes = Uint8Array.from(atob(packed.textContent), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    parts = (await new Response(stream).text()).split("<!>");
    packed.remove();
    document.querySelectorAll("details[open]").forEach(fill);
  }
  addEventListener("hashchange", open);
  // A click on the link that one stands on already opens it again.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) open();
  });
  document.addEventListener("toggle", function (event) { if (event.target.open) fill(event.target); }, true);
  if (packed) unpack().then(open); else open();
  // A browser searches a page for a word only where it is opened.
  var button = document.querySelector(".unfold");
  button.hidden = false;
  button.addEventListener("click", function () {
    fill(document);
    document.querySelectorAll("details:not([open])").forEach(function (d) { d.open = true; });
  });
})();

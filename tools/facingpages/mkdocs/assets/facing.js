// Facing pages: shows or hides the source, which is in the page already. The state is html[data-facing]; it is told by
// the address (?facing=on or off), else by what was chosen last time, and the address then says it, so a link keeps it.

(() => {
  "use strict";

  const NAME = "facing";
  const page = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null; // storage may be forbidden; the address still works
    }
  }

  function remember(state) {
    try {
      localStorage.setItem(NAME, state);
    } catch {
      // as above
    }
  }

  function apply(state) {
    page.dataset.facing = state;
    for (const button of document.querySelectorAll("[data-facing-toggle]")) {
      button.setAttribute("aria-pressed", String(state === "on"));
    }
    const address = new URL(location.href);
    if (state === "on" || remembered() === "on") address.searchParams.set(NAME, state);
    else address.searchParams.delete(NAME);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  // What the reader looks at stays where it is while the page around it grows or shrinks.
  function keepingPlace(change) {
    const blocks = [...document.querySelectorAll(".facing-pair > :first-child")];
    const seen = blocks.find((block) => block.getBoundingClientRect().bottom > 56);
    const before = seen?.getBoundingClientRect().top;
    change();
    if (seen && window.scrollY > 0) window.scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function toggle() {
    const state = page.dataset.facing === "on" ? "off" : "on";
    remember(state);
    keepingPlace(() => apply(state));
    const said = document.querySelector(".facing-said");
    if (said) said.textContent = state === "on" ? said.dataset.shown : said.dataset.hidden;
  }

  // On every page: the first, and each that the theme puts in its place without loading the site anew.
  function start() {
    if (!there()) return;
    for (const button of document.querySelectorAll("[data-facing-toggle]")) button.hidden = false;
    apply(page.dataset.facing);
  }

  function there() {
    return document.querySelector("[data-facing-toggle]") && document.querySelector(".facing-source");
  }

  const asked = new URLSearchParams(location.search).get(NAME);
  page.dataset.facing = asked === "on" || asked === "off" ? asked : remembered() === "on" ? "on" : "off";

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-facing-toggle]")) toggle();
  });

  // The letter's key, whatever the keyboard's language: in Bulgarian layouts it types another letter.
  document.addEventListener("keydown", (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.code === "KeyO" && there()) {
      event.preventDefault();
      toggle();
    }
  });

  function begin() {
    if (typeof window.document$?.subscribe === "function") window.document$.subscribe(start);
    else start();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();

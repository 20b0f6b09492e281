// Search: our own dialog over Pagefind, which keeps an index for each language and takes the page's. Nothing is loaded
// before the dialog is opened. The words of the dialog stand in the page.

import { begun, content, corrected, meant, plain } from "./search-words.js";

const ROOT = new URL("../../", import.meta.url);
const PAGE = 8; // results shown at once
const WAIT = 150; // milliseconds of quiet before a search begins
const INFLECTED = new Set(["lv", "bg", "sl"]); // languages that Pagefind has no stemmer for
const dialog = document.querySelector(".site-search");
const openers = document.querySelectorAll("[data-search-open]");

const ADMINS = { filters: { audience: "admins" } };

let engine; // a promise of Pagefind and of what a reader may mean

async function read(address) {
  const answer = await fetch(new URL(address, ROOT));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function load() {
  const language = document.documentElement.lang;
  engine ??= Promise.all([
    import(new URL("pagefind/pagefind.js", ROOT)),
    read(`assets/search/${language}.json`),
    read(`pagefind/words.${language}.json`),
  ]).then(async ([pagefind, { stop, terms }, words]) => {
    await pagefind.options({ baseUrl: ROOT.pathname, excerptLength: 24 });
    await pagefind.init();
    const vocabulary = words.map((word) => [word, plain(word)]);
    return { pagefind, stop: new Set(stop.map(plain)), terms, vocabulary };
  });
  return engine;
}

// Words without their endings, where Pagefind knows no word forms of the language: it then finds all that begin so.
function shortened(asked) {
  if (!INFLECTED.has(document.documentElement.lang) || asked.includes('"')) return asked;
  return asked.replace(/\p{L}{6,}/gu, (word) => word.slice(0, word.length < 8 ? -1 : -2));
}

// All that may be meant, the likeliest first: what was asked for; other forms of its words; the site's words for it; the
// same without typing errors. A quotation that is not found to the letter is asked for without quotes.
function readings(asked, { stop, terms, vocabulary }) {
  const bare = content(asked, stop);
  const loose = content(asked.replaceAll('"', " "), stop);
  const mended = corrected(loose, vocabulary);
  const first = asked.includes('"') ? [bare, shortened(bare)] : [mended, shortened(mended)];
  return [...new Set([...first, ...meant(mended, terms), ...(asked.includes('"') ? [] : [bare])])];
}

// What is found for any of the readings, each page once: those for admins first.
async function ask(known, asked) {
  const { pagefind } = known;
  const found = new Map();
  const collect = async (queries, options) => {
    for (const query of queries) {
      const { results } = await pagefind.search(query, options);
      for (const result of results) if (!found.has(result.id)) found.set(result.id, result);
    }
  };
  const all = readings(asked, known).filter((query) => begun(query, known.vocabulary));
  await collect(all, ADMINS);
  await collect(all);
  if (!found.size && asked.includes('"')) return ask(known, asked.replaceAll('"', " "));
  return [...found.values()];
}

// Pagefind marks what it found with <mark> in escaped HTML; only text and marks are taken over, none on little words.
function marked(html, stop) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const fragment = document.createDocumentFragment();
  for (const node of parsed.childNodes) {
    if (node.nodeName === "MARK" && !stop.has(plain(node.textContent).replace(/[^\p{L}\p{N}]/gu, ""))) {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      fragment.append(mark);
    } else fragment.append(node.textContent);
  }
  return fragment;
}

// Words from the middle of a sentence, marked as such.
function cut(excerpt) {
  const plain = excerpt.replace(/<[^>]*>/g, "").trim();
  return (/^\p{Lu}/u.test(plain) ? "" : "…\u00a0") + excerpt + (/[.!?]$/.test(plain) ? "" : "\u00a0…");
}

// A page that was found, with the two sections of it that fit best. What stands below the title is no section.
function entry(found, stop) {
  const item = document.createElement("li");
  const { title: name } = found.meta;
  const sections = found.sub_results.filter((one) => one.url !== found.url && one.title !== name).slice(0, 2);
  const own = sections.some((one) => one.excerpt === found.excerpt) ? "" : found.excerpt;
  const all = [{ url: found.url, title: name, excerpt: own }, ...sections];
  for (const [place, { url, title, excerpt }] of all.entries()) {
    const link = document.createElement("a");
    link.href = url;
    link.className = place ? "site-search__section" : "site-search__page";
    const heading = document.createElement("span");
    heading.className = "site-search__title";
    heading.textContent = title;
    const text = document.createElement("span");
    text.className = "site-search__excerpt";
    if (excerpt) text.append(marked(cut(excerpt), stop));
    link.append(heading, text);
    item.append(link);
  }
  return item;
}

function start() {
  const words = dialog.querySelector("input");
  const status = dialog.querySelector(".site-search__status");
  const list = dialog.querySelector(".site-search__results");
  const more = dialog.querySelector(".site-search__more");
  let results = [];
  let turn = 0; // an answer that comes late is not shown
  let timer;

  async function show(from) {
    const mine = turn;
    const found = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    const { stop } = await load();
    const items = found.map((one) => entry(one, stop));
    if (from) list.append(...items);
    else list.replaceChildren(...items);
    more.hidden = results.length <= from + PAGE;
    if (from) items[0]?.querySelector("a").focus();
  }

  async function search() {
    const mine = (turn += 1);
    const asked = words.value.trim();
    if (!asked) {
      results = [];
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    try {
      const found = await ask(await load(), asked);
      if (mine !== turn) return;
      results = found;
      await show(0);
      if (mine !== turn) return;
      status.textContent = results.length ? dialog.dataset.results.replace("#", results.length) : dialog.dataset.none;
    } catch {
      if (mine === turn) status.textContent = dialog.dataset.failed;
    }
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    words.select();
    load().catch(() => {
      status.textContent = dialog.dataset.failed;
    });
  }

  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writes) {
      event.preventDefault();
      open();
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") {
      event.preventDefault();
      open();
    }
  });
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault(); // else the first press would only empty the field
      dialog.close();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [words, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
    else if (event.target.closest("a")) dialog.close();
  });
  more.addEventListener("click", () => show(list.children.length));
}

if (dialog) start();

// Search: our own dialog over Pagefind, which keeps an index for each language and takes the page's. Nothing is loaded
// before the dialog is opened. The words of the dialog stand in the page.

const ROOT = new URL("../../", import.meta.url);
const PAGE = 8; // results shown at once
const WAIT = 150; // milliseconds of quiet before a search begins
const INFLECTED = new Set(["lv", "bg", "sl"]); // languages that Pagefind has no stemmer for
const dialog = document.querySelector(".site-search");
const openers = document.querySelectorAll("[data-search-open]");

let engine; // a promise of Pagefind

function load() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: ROOT.pathname, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

// Words without their endings, where Pagefind knows no word forms of the language: it then finds all that begin so.
function shortened(asked) {
  if (!INFLECTED.has(document.documentElement.lang) || asked.includes('"')) return asked;
  return asked.replace(/\p{L}{6,}/gu, (word) => word.slice(0, word.length < 8 ? -1 : -2));
}

// What was asked for first; then other forms of its words; a quotation that is not found to the letter, without quotes.
async function ask(pagefind, asked) {
  const { results } = await pagefind.search(asked);
  const other = results.length ? shortened(asked) : shortened(asked.replaceAll('"', " "));
  if (other === asked) return results;
  const known = new Set(results.map((result) => result.id));
  const more = await pagefind.search(other);
  return [...results, ...more.results.filter((result) => !known.has(result.id))];
}

// Pagefind marks what it found with <mark> in escaped HTML; only text and marks are taken over.
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const fragment = document.createDocumentFragment();
  for (const node of parsed.childNodes) {
    if (node.nodeName === "MARK") {
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
function entry(found) {
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
    if (excerpt) text.append(marked(cut(excerpt)));
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
    const items = found.map(entry);
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
      const pagefind = await load();
      const found = await ask(pagefind, asked);
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

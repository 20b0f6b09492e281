// The index of the rules: shows those that hold all words of its field, and leads on from addresses of the time when
// all rules stood on this page.

const field = document.getElementById("rule-filter");
const status = field.parentElement.querySelector("[role=status]");
const rows = [...document.querySelectorAll("article tbody tr")];
const sections = [...document.querySelectorAll("article h2")];

// An id of old is that of a rule, which its row has, or that of its first word: then the first such rule will do.
function lead() {
  const id = decodeURIComponent(location.hash.slice(1));
  const word = CSS.escape(id.replace(/^subject-/, ""));
  const link = word && document.querySelector(`article td a[id="${word}"], article td a[id^="${word}-"]`);
  if (link) location.replace(link.href);
}

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    if (!row.hidden) count += 1;
  }
  for (const section of sections) {
    const table = section.nextElementSibling;
    const empty = ![...table.querySelectorAll("tbody tr")].some((row) => !row.hidden);
    section.hidden = empty;
    table.hidden = empty;
  }
  status.textContent = words.length ? status.dataset.count.replace("#", count) : "";
}

field.parentElement.hidden = false;
field.addEventListener("input", filter);
window.addEventListener("hashchange", lead);
if (field.value) filter(); // a browser that came back
lead();

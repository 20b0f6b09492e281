// The language menu: leads to the same heading in the other language, with the source in view if it is; closes with
// Escape and with a click elsewhere.

const menu = document.querySelector(".site-languages");

// The heading that is being read: the last one above the middle of the window. Ids are the same in all languages.
function heading() {
  const above = [...document.querySelectorAll("article :is(h2, h3, h4, h5, h6)[id]")].filter(
    (element) => element.getBoundingClientRect().top < window.innerHeight / 2,
  );
  const last = above.at(-1);
  if (!last || window.scrollY < 40) return "";
  return `#${encodeURIComponent(last.id)}`;
}

// What a reader has entered in a calculator goes along: it is the same address in every language.
function plan() {
  return document.querySelector("recharge-calculator")?.plan ?? "";
}

function close() {
  menu.open = false;
}

if (menu) {
  for (const link of menu.querySelectorAll("a")) {
    link.addEventListener("click", () => {
      link.search = location.search; // whether the source is shown
      link.hash = plan() || heading() || location.hash;
    });
  }
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
}

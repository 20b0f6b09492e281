// The navigation on narrow screens, for the keyboard, too. The theme opens it by a label, which only a pointer can
// press: a button takes its place here. The labels inside that lead from one level to the next can be reached as well.

const NARROW = matchMedia("(width < 76.25em)"); // where the theme puts the navigation into a drawer
const drawer = document.getElementById("__drawer");
const button = document.querySelector("[data-drawer]");
const sidebar = document.querySelector(".md-sidebar--primary");

function show(open) {
  drawer.checked = open;
  drawer.dispatchEvent(new Event("change", { bubbles: true }));
}

// Those that can be seen: what is hidden, or on a level that is not open, has no turn.
function first() {
  return [...sidebar.querySelectorAll("a[href], label[tabindex='0']")].find((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
}

function prepare() {
  for (const label of sidebar.querySelectorAll("label[for^='__']:not([for='__drawer'])")) {
    label.tabIndex = NARROW.matches || label.matches(".md-nav__link[for^='__nav']") ? 0 : -1;
  }
}

if (drawer && button && sidebar) {
  document.querySelector("label.md-header__button[for='__drawer']").hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    show(!drawer.checked);
    if (drawer.checked) first()?.focus();
  });
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  sidebar.addEventListener("keydown", (event) => {
    const label = event.target.closest("label");
    if (label && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.stopPropagation(); // the theme would press it once more
      label.click();
      if (!label.checkVisibility({ visibilityProperty: true })) first()?.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    show(false);
    button.focus();
  });
  sidebar.addEventListener("focusout", (event) => {
    if (drawer.checked && event.relatedTarget && !sidebar.contains(event.relatedTarget)) show(false);
  });
  NARROW.addEventListener("change", prepare);
  prepare();
}

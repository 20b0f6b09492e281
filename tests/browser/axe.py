"""What axe has against a page. The colours of all texts take it four times as long as all that it looks at else."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
COLOUR_RULES = "['color-contrast', 'link-in-text-block']"
WHOLE = "document, {resultTypes: ['violations']}"  # of what it finds nothing against, it need not say where that is
SHAPE = "document, {resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}}"
# Two texts of each place: those that stand in the same elements with the same classes are coloured by the same lines of
# the style sheet; two, for the rows of a table take turns.
COLOURS = (
    """{include: (() => { const seen = new Map();
         const place = e => e ? place(e.parentElement) + ' ' + e.tagName + '.' + e.className : '';
         return [...document.body.querySelectorAll('*')].filter(e => {
           const says = e.matches('input, select, textarea')
             || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
           if (!says || !e.checkVisibility()) return false;
           seen.set(place(e), (seen.get(place(e)) ?? 0) + 1); return seen.get(place(e)) <= 2 }) })()},"""
    f"{{resultTypes: ['violations'], runOnly: {{type: 'rule', values: {COLOUR_RULES}}}}}"
)


def violations(page: Page, asked: str = WHOLE) -> list[str]:
    """What axe has against the page as it is now, each with its first element. `asked`: the arguments of `axe.run`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(f"axe.run({asked}).then(result => result.violations)")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def in_both_schemes(page: Page, light: tuple[str, ...] = (WHOLE,)) -> list[str]:
    """The same in the light, where `light` is asked, and in the dark, which differs in its colours only."""
    found = []
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.wait_for_function(f"document.body.dataset.mdColorScheme === '{name}'")
        for asked in light if scheme == "light" else (COLOURS,):
            found += [f"{scheme}: {one}" for one in violations(page, asked)]
    return found

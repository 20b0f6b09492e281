"""The style sheet of the HTML report."""

CSS = """
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5f6368; --paper: #fbfaf7; --line: #dedad2; --sheet: #fff;
  --error: #b3261e; --warning: #8a5a00; --info: #0b57a4; --mark: #ffe28a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --soft: #a5a29b; --paper: #161616; --line: #3a3835;
  --sheet: #1f1e1d; --error: #ff8a80; --warning: #f2c14e; --info: #8ab4f8; --mark: #6b5500; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2.5rem 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
h3 { font-size: .95rem; margin: 0; font-weight: 400; }
small, .where, figcaption { color: var(--soft); font-weight: 400; }
.total { margin: 0 0 1.5rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .9rem; text-align: end; border-bottom: 1px solid var(--line); }
th:first-child { white-space: nowrap; text-align: start; padding-inline-start: 0; }
thead th { color: var(--soft); font-weight: 400; }
article { background: var(--sheet); border: 1px solid var(--line); border-inline-start: .25rem solid var(--tone);
  border-radius: .25rem; padding: .75rem 1rem; margin: 0 0 .75rem; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); }
.level { color: var(--tone); font-weight: 600; }
article p { margin: .25rem 0 .5rem; overflow-wrap: anywhere; }
.sides { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
figure { margin: 0; min-width: 0; }
figcaption { font-size: .8rem; overflow-wrap: anywhere; }
pre { margin: .2rem 0 0; padding: .5rem .6rem; background: var(--paper); border-radius: .2rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font: .85rem/1.5 ui-monospace, monospace; }
mark { background: var(--mark); color: inherit; border-radius: .1rem; }
del { color: var(--error); } ins { color: var(--ink); background: var(--mark); }
mark.gap { border-inline-start: .15rem solid var(--tone); }
@media print { main { max-width: none; padding: 0; } article { break-inside: avoid; } }
"""

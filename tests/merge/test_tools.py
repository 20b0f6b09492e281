"""What translators' own tools make of the files that go out: OmegaT and translate-toolkit, where they are installed.

Neither is a dependency: both are under the GPL. `pip install translate-toolkit`, `apt-get install omegat` bring them.
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.merge.test_exchange import export, folder
from tests.merge.test_update import SIDECAR, Folder

from facingpages.cli import main

__all__ = ["folder"]
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang><target_lang>LV</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
DONE = {
    "Another thing is &lt;f0&gt;dear&lt;/f0&gt;.": "Cita lieta ir &lt;f0&gt;dārga&lt;/f0&gt;.",  # as of XLIFF
    "Another thing is &lt;1&gt;dear&lt;/1&gt;.": "Cita lieta ir &lt;1&gt;dārga&lt;/1&gt;.",  # as of PO
    "Here ends the page.": "Te beidzas lapa.",
}
STORES = {
    "po": "po.pofile",
    "xliff": "xliff.xlifffile",
    "xliff2": "xliff2.Xliff2File",
    "tmx": "tmx.tmxfile",
    "tbx": "tbx.tbxfile",
}


def memory(done: dict[str, str]) -> str:
    """What a translator typed, as OmegaT keeps it."""
    units = (
        f'<tu><tuv lang="EN"><seg>{one}</seg></tuv><tuv lang="LV"><seg>{two}</seg></tuv></tu>'
        for one, two in done.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n<tmx version="1.1">'
        '<header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" segtype="paragraph" '
        f'creationtoolversion="3.6" srclang="EN"/><body>{"".join(units)}</body></tmx>\n'
    )


@pytest.mark.skipif(shutil.which("java") is None or not OMEGAT.is_file(), reason="OmegaT is not installed")
def test_omegat_translates_what_is_left_and_uses_the_memory(folder: Folder) -> None:
    project = folder.root / "omegat"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    for kind in ("po", "xliff"):
        shutil.copy(export(folder, kind, "--pending", "--fill-targets"), project / "source")
    shutil.copy(export(folder, "tmx"), project / "tm/auto/lv.tmx")
    (project / "source/more.txt").write_text("One thing costs 10.0.2 coins.\n")  # a block that the page has translated
    (project / "omegat/project_save.tmx").write_text(memory(DONE), "utf-8")
    command = ["java", "-Djava.awt.headless=true", f"-Duser.home={folder.root}", "-jar", str(OMEGAT)]
    command += ["--mode=console-translate", "--disable-project-locking", f"--config-dir={folder.root / 'settings'}"]
    subprocess.run([*command, str(project)], check=True, capture_output=True, timeout=600)
    before = {file: file.read_bytes() for file in (folder.page, folder.root / SIDECAR)}
    for name in ("lv.po", "lv.xlf"):
        for file, content in before.items():
            file.write_bytes(content)
        assert main(["import", str(project / "target" / name)]) == 0
        assert "- Cita lieta ir **dārga**.\n\nTe beidzas lapa.\n" in folder.text
        assert folder.pending() == []
    assert (project / "target/more.txt").read_text("utf-8") == "Viena lieta maksā 10.0.2 monētas.\n"


@pytest.mark.parametrize("kind", STORES)
def test_translate_toolkit_reads_the_same_units(folder: Folder, kind: str) -> None:
    pytest.importorskip("translate")
    module, _, name = STORES[kind].partition(".")
    store: Any = getattr(importlib.import_module(f"translate.storage.{module}"), name)
    if kind == "tbx":
        folder.change(("It takes", "**Pay** takes"))
        folder.page.write_text(folder.text.replace("Tas ilgst", "**Maksāt** ilgst"), "utf-8")
        main(["update", "--write"])
        at = next(at for at, line in enumerate(folder.text.splitlines(), 1) if line.startswith("Atveriet"))
        main(["update", "--done", f"docs/lv/a.md:{at}"])
    file = export(folder, kind)
    read = {str(unit.source): unit for unit in store.parsefile(str(file)).units if unit.source}
    if kind == "tbx":
        assert {one: str(unit.target) for one, unit in read.items()} == {"Pay": "Maksāt"}
        return
    assert str(read["Credits"].target) == "Kredīti"
    assert str(read["One thing costs 10.0.2 coins."].target) == "Viena lieta maksā 10.0.2 monētas."
    if kind == "tmx":  # a memory of what is right
        assert "Here ends the page." not in read
        return
    left = {one for one, unit in read.items() if unit.isfuzzy() or not unit.istranslated()}
    assert len(left) == 2
    assert "Here ends the page." in left
    store_file = file.with_name("back" + file.suffix)
    whole = store.parsefile(str(file))
    for unit in whole.units:
        if unit.source == "Here ends the page.":
            unit.target = "Te beidzas lapa."
            unit.markfuzzy(False)
    whole.savefile(str(store_file))
    assert main(["import", str(store_file)]) == 0
    assert "\n\nTe beidzas lapa.\n" in folder.text
    assert len(folder.pending()) == 1

"""Builds of what has changed only (`--dirty`): a source is rendered with its translations, and they with it."""

from __future__ import annotations

from mkdocs.structure.files import File, Files

from facingpages.mkdocs.edition import Edition


class Changes:
    """Which source pages were rendered in this build, so that their translations are, too."""

    def __init__(self) -> None:
        self._rendered: set[str] = set()

    def spread(self, files: Files, edition: Edition, language: str) -> None:
        """Have MkDocs take for changed what belongs to a page that has changed."""
        for file in files.documentation_pages():
            page = edition.file_of(file.abs_src_path)
            if page is None:
                continue
            if language == edition.source:
                others = getattr(file, "alternates", {}).values()
                if file.is_modified() or any(other.abs_src_path and other.is_modified() for other in others):
                    self._rendered.add(page.name)
                    _touch(file)
            elif page.locale == language and page.name in self._rendered:
                _touch(file)


def _touch(file: File) -> None:
    file.is_modified = lambda: True  # type: ignore[method-assign]

"""Pages that each language calls by a name of its own: what their front matter pairs and their paths do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.keyed import front_of
from facingpages.site import Site

MANY = 10  # pages without a source of their name, from which on that is no slip
SAMPLE = 200  # of them, looked at


def renamed(site: Site) -> Iterator[str]:
    """A line for each language with many pages that only a key of the front matter pairs with those of the source."""
    for locale in site.locales:
        alone = [page for page in site.pages if page.locale == locale and page.name not in site.source_names]
        if len(alone) < MANY:
            continue
        left = [page for page in site.pages if page.locale == site.source and site.named(locale, page.name) is None]
        once = Counter(pair for page in left for pair in front_of(page))
        sample = alone[:SAMPLE]
        keys = Counter(key for page in sample for key, value in sorted(front_of(page)) if once[key, value] == 1)
        key, count = keys.most_common(1)[0] if keys else (b"", 0)
        if count * 2 > len(sample):
            yield (
                f"not covered: {len(alone)} pages in {locale} that are called otherwise than in {site.source}; "
                f'"{key.decode()}" in their front matter says which belong together'
            )

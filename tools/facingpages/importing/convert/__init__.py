"""From Learn's Markdown and files to those of a MkDocs site: `facingpages import-learn --for mkdocs`.

A page is read block by block (`blocks`), line by line (`text`), and once more for where its links lead (`links`); what
belongs to the whole site - navigation, redirections, landing pages, settings - has a module each. What has no
counterpart is said (`Left`), never dropped in silence.
"""

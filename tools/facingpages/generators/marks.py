"""The name of a file or folder that a site of a generator has in its own folder or one above its pages.

In the order in which they are looked for: of two in one folder the first counts. They stand apart from what else is
known of generators, which is not even loaded where there is no mark of theirs.
"""

MARKS = {
    "mkdocs": r"mkdocs\.ya?ml",
    "docusaurus": r"docusaurus\.config\.(?:js|ts|mjs|cjs|mts|cts)",
    "starlight": r"astro\.config\.(?:mjs|js|ts|mts|cjs)",
    "vitepress": r"\.vitepress",
    "vuepress": r"\.vuepress",
    "zola": r"(?:config|zola)\.toml",
    "hugo": r"hugo\.(?:toml|ya?ml|json)",
    "mdbook": r"book\.toml",
    "nextra": r"(?:next\.config|theme\.config)\.(?:[cm]?js|[cm]?ts|[jt]sx)",
    "fumadocs": r"source\.config\.[cm]?[jt]s",
    "rspress": r"(?:rspress|rstack)\.config\.[cm]?[jt]s",
    "hexo": r"_config\.ya?ml",
    "jekyll": r"_config\.(?:yml|toml)",
    "learn": r"docfx\.json|\.openpublishing\.publish\.config\.json",
    "mintlify": r"(?:docs|mint)\.json",
    "gitbook": r"\.gitbook\.ya?ml|LANGS\.md|SUMMARY\.md",
    "docsify": r"index\.html",
    "dumi": r"\.(?:dumirc|umirc)\.[cm]?[jt]s",
}

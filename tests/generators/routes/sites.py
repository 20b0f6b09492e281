"""Small sites in two languages for four generators, with every form in which a link names a page, a file or a place.

Some pages of a site have all its links, one on a line. What the generators make of them stands in `routes.tsv`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """A site: `pages` are its files of Markdown with their front matter, each with the file it is built as; `others`
    are its further files; `links` and `images` are the targets on each page of `probes`. `base` is the path it is
    published at, `source_patterns` and `patterns` are where we look for its pages.
    """

    name: str
    generator: str
    pages: dict[str, tuple[str, str]]
    others: dict[str, str]
    probes: tuple[str, ...]
    links: tuple[str, ...]
    images: tuple[str, ...] = ()
    base: str = "/"
    patterns: tuple[str, ...] = ()
    source_patterns: tuple[str, ...] = ()
    dialect: str = "mdx"

    def files(self) -> dict[str, str]:
        """The files of the site."""
        return {**self.others, **{name: self._page(name) for name in self.pages}}

    def _page(self, name: str) -> str:
        front = f"---\ntitle: Page\n{self.pages[name][0]}---\n\n"
        lines = "\n".join(line for line, _, _ in self.lines()) if name in self.probes else "# Page\n\n## Part\n"
        return front + lines

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """The lines of a page's body, each with what it is (`link`, `image` or nothing) and its target."""
        yield "# Page", "", ""
        yield "", "", ""
        yield "## Part", "", ""
        yield "", "", ""
        for number, target in enumerate(self.links):
            yield f"- [L{number}x]({target})", "link", target
        for number, target in enumerate(self.images):
            yield f"- ![I{number}x]({target})", "image", target
        yield "", "", ""


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>\n'
SAME = ("#part", "#no", "#page", "?q#part")

DOCUSAURUS = """\
export default {{
  title: 'X', url: 'https://x.example', baseUrl: '{base}',{slash}
  onBrokenLinks: 'warn', onBrokenAnchors: 'warn',
  markdown: {{hooks: {{onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn'}}}},
  i18n: {{defaultLocale: 'en', locales: ['en', 'lv']}},
  presets: [['classic', {{docs: {{{route}}}, blog: false, pages: {{}}}}]],
}};
"""
TRANSLATED = "i18n/lv/docusaurus-plugin-content-docs/current/"


def _docusaurus(name: str, base: str, slash: str, route: str, home: str) -> Route:
    pages: dict[str, tuple[str, str]] = {}
    for file, front, address in (
        ("intro.md", "", "intro"), ("guide/index.md", "", "guide"), ("guide/setup.md", "", "guide/setup"),
        ("guide/only.md", "", "guide/only"), ("slugged.md", "slug: /own-slug\n", "own-slug"),
        ("02-numbered/01-first.md", "", "numbered/first"), ("relative.md", "slug: elsewhere\n", "elsewhere"),
        ("ided.md", "id: other\n", "other"), ("home/readme.md", "", "home"), ("same/same.md", "", "same"),
    ):  # fmt: skip
        pages[f"docs/{file}"] = front, f"{home}{address}/index.html"
        if "only" not in file:
            own = "slug: /savs\n" if file == "slugged.md" else front
            there = "savs" if file == "slugged.md" else address
            pages[TRANSLATED + file] = own, f"lv/{home}{there}/index.html"
    root = f"/{home}"
    links = (
        *SAME, "guide/setup.md", "./guide/setup.md", "../guide/setup.md", "setup.md", "./setup.md", "setup.md#part",
        "guide/setup.md#part", "guide/setup.md#no", "../intro.md", "intro.md", "no.md", "guide/no.md", "Intro.md",
        "/guide/setup.md", "/docs/guide/setup.md", "/intro.md", "/no.md", "slugged.md", "relative.md", "ided.md",
        "guide/index.md", "home/readme.md", "same/same.md", "guide/only.md", "only.md",
        "02-numbered/01-first.md", "numbered/first.md", "@site/docs/intro.md", "@site/docs/guide/setup.md",
        "@site/docs/guide/setup.md#part", "@site/docs/guide/setup.md#no", "@site/docs/no.md", "@site/static/file.txt",
        "@site/static/no.txt", "@site/src/pages/about.md", f"{root}intro", f"{root}intro/", f"{root}guide/setup",
        f"{root}guide/setup/", f"{root}guide/setup#part", f"{root}guide/setup#no", f"{root}guide/", f"{root}guide",
        f"{root}no", f"{root}guide/no", f"{root}guide/no/", f"{root}own-slug", f"{root}slugged", f"{root}savs",
        f"{root}elsewhere", f"{root}relative", f"{root}other", f"{root}ided", f"{root}home", f"{root}home/readme",
        f"{root}same", f"{root}same/same", f"{root}numbered/first", f"{root}02-numbered/01-first",
        f"{root}guide/only", f"{root}guide/index", f"/lv{root}intro", f"/lv{root}no", f"/en{root}intro",
        f"{base}intro", "/docs/intro", "/about", "/about/", "/madeup", "/", "/lv/", "/lv", "guide/setup",
        "./guide/setup",
        "../guide/setup", "setup", "./setup", "../setup", "../intro", "intro", "only", "/file.txt", "/no.txt",
        "./file.txt", "pathname:///file.txt", "pathname:///no.txt", "guide/part.txt", "part.txt", "/img/a.svg",
        f"{root}intro.md", f"{root}intro.html", "/sitemap.xml", "/404.html", f"{root}Intro",
    )  # fmt: skip
    images = (
        "/img/a.svg", "/img/no.svg", "@site/static/img/a.svg", "@site/static/img/no.svg", "./guide/pic.svg",
        "guide/pic.svg", "pic.svg", "./pic.svg", "img/a.svg", "@site/docs/guide/pic.svg", "/static/img/a.svg",
        "pathname:///img/a.svg",
    )  # fmt: skip
    others = {
        "docusaurus.config.mjs": DOCUSAURUS.format(base=base, slash=slash, route=route),
        "src/pages/about.md": "# About\n\n## Part\n",
        "src/pages/index.js": "export default function Home() {\n  return null;\n}\n",
        "static/img/a.svg": SVG, "static/file.txt": "x\n", "docs/guide/pic.svg": SVG, "docs/guide/part.txt": "x\n",
        f"{TRANSLATED}guide/pic.svg": SVG,
        "package.json": '{"name": "x", "private": true}\n',
    }  # fmt: skip
    probes = ("docs/intro.md", "docs/guide/index.md", "docs/guide/setup.md", f"{TRANSLATED}guide/setup.md")
    return Route(
        name, "docusaurus", pages, others, probes, tuple(dict.fromkeys(links)), images, base,
        ("i18n/{locale}/docusaurus-plugin-content-docs/current/{page}.md",), ("docs/{page}.md",),
    )  # fmt: skip


VITEPRESS = """\
export default {{
  title: 'X', base: '{base}', cleanUrls: {clean}, srcDir: '{source}',
  locales: {{root: {{label: 'English', lang: 'en'}}, lv: {{label: 'Latviešu', lang: 'lv'}}}},
{more}}}
"""


def _vitepress(name: str, base: str, clean: str, folder: str, more: str = "") -> Route:
    pages: dict[str, tuple[str, str]] = {}
    for file in ("index.md", "guide/index.md", "guide/setup.md", "guide/only.md", "x.y.md", "README.md", "moved/a.md"):
        built = file.removesuffix(".md") + ".html"
        if more:
            built = built.replace("moved/", "new/")
        pages[folder + file] = "", built
        if "only" not in file:
            pages[f"{folder}lv/{file}"] = "", f"lv/{file.removesuffix('.md')}.html"
    links = (
        *SAME, "guide/setup.md", "./guide/setup.md", "../guide/setup.md", "setup.md", "./setup.md", "setup.md#part",
        "guide/setup.md#part", "guide/setup.md#no", "setup", "./setup", "setup/", "setup.html", "./setup.html#part",
        "guide/setup", "./guide/setup", "guide/setup.html", "../index.md", "../", "./", "..", ".", "index.md", "no.md",
        "./no", "no/", "guide/no.md", "guide/", "guide", "./guide/index.md", "only.md", "guide/only", "Guide/setup.md",
        "/guide/setup", "/guide/setup.md", "/guide/setup.html", "/guide/setup/", "/guide/setup#part",
        "/guide/setup#no", "/guide/setup.md#part", "/guide/setup.md#no", "/guide/", "/guide", "/guide/index",
        "/no", "/no.md", "/guide/no", "/lv/guide/setup", "/lv/guide/setup.md#no", "/lv/", "/lv", "/lv/no",
        "/en/guide/setup",
        "/lv/guide/only", "/guide/only", f"{base}guide/setup", "/", "/index", "/index.md", "/x.y", "/x.y.md", "x.y.md",
        "/README", "/README.md", "README.md", "/readme", "/file.txt", "/no.txt", "./file.txt", "../public/file.txt",
        "/public/file.txt", "/img/a.svg", "/moved/a", "/moved/a.md", "/new/a", "moved/a.md", "new/a.md",
        "@/guide/setup.md",
        "/404.html", "/sitemap.xml", "/page.html",
    )  # fmt: skip
    images = ("/img/a.svg",)
    others = {
        ".vitepress/config.mjs": VITEPRESS.format(base=base, clean=clean, source=folder or ".", more=more),
        f"{folder}public/img/a.svg": SVG, f"{folder}public/file.txt": "x\n", f"{folder}public/page.html": "<p>x</p>\n",
        "package.json": '{"name": "x", "private": true, "type": "module"}\n',
    }  # fmt: skip
    probes = tuple(folder + one for one in ("index.md", "guide/index.md", "guide/setup.md", "lv/guide/setup.md"))
    return Route(
        name, "vitepress", pages, others, probes, tuple(dict.fromkeys(links)), images, base,
        (f"{folder}{{locale}}/{{page}}.md",), (f"{folder}{{page}}.md",), "commonmark",
    )  # fmt: skip


STARLIGHT = """\
import {{ defineConfig }} from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({{
  site: 'https://x.example', base: '{base}',{slash}
  image: {{ service: {{ entrypoint: 'astro/assets/services/noop' }} }},
  integrations: [starlight({{
    title: 'X', pagefind: false, {locales},
  }})],
}});
"""
COLLECTIONS = """\
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def _starlight(name: str, base: str, slash: str, locales: str, source: str) -> Route:
    docs = "src/content/docs/"
    pages: dict[str, tuple[str, str]] = {}
    for file, front, address in (
        ("index.md", "", ""), ("guide/index.md", "", "guide/"), ("guide/setup.md", "", "guide/setup/"),
        ("guide/only.md", "", "guide/only/"), ("slugged.md", "slug: {}own\n", "own/"), ("A b.md", "", "a-b/"),
        ("x.y.md", "", "xy/"), ("README.md", "", "readme/"), ("_hidden.md", "", ""),
    ):  # fmt: skip
        pages[f"{docs}{source}{file}"] = front.format(source), f"{source}{address}index.html"
        if "only" not in file:
            pages[f"{docs}lv/{file}"] = front.format("lv/"), f"lv/{address}index.html"
    for file in (f"{docs}{source}_hidden.md", f"{docs}lv/_hidden.md"):
        del pages[file]
    links = (
        *SAME, "#_top", "guide/setup.md", "./guide/setup.md", "../guide/setup.md", "setup.md", "./setup.md#part",
        "setup/",
        "./setup/", "setup", "../setup/", "../setup/#part", "../setup/#no", "guide/setup/", "./guide/setup/",
        "../guide/setup/", "guide/", "../", "./", "..", "../../", "no/", "../no/", "no.md", "only/", "../only/",
        "/guide/setup/", "/guide/setup", "/guide/setup#part", "/guide/setup/#no", "/guide/setup.md", "/guide/",
        "/guide", "/no/", "/no", "/guide/no/", "/lv/guide/setup/", "/lv/guide/setup/#no", "/lv/guide/only/",
        "/lv/guide/only/#part", "/lv/guide/only/#no", "/lv/no/", "/lv/", "/lv", "/en/guide/setup/", "/en/", "/en/no/",
        "/guide/only/", f"{base}{source}guide/setup/", f"{base}lv/guide/setup/", f"{base}lv/no/", f"{base}{source}no/",
        "/",
        "/own/", "/slugged/", "/lv/own/", "/lv/slugged/", "/a-b/", "/A%20b/", "/a%20b/", "/lv/a-b/", "/xy/", "/x.y/",
        "/readme/", "/README/", "/_hidden/", "/file.txt", "/no.txt", "/img/a.svg", "/404.html", "/404/",
        "/sitemap-index.xml", "/custom/", "/Guide/setup/", f"{base}file.txt", "/index/", f"{base}guide/setup.md",
    )  # fmt: skip
    images = (
        ("/img/a.svg", "/img/no.svg", "../../../assets/pic.svg") if not source else ("/img/a.svg", f"{base}img/a.svg")
    )
    others = {
        "astro.config.mjs": STARLIGHT.format(base=base.rstrip("/") or "/", slash=slash, locales=locales),
        "src/content.config.ts": COLLECTIONS, "public/img/a.svg": SVG, "public/file.txt": "x\n",
        f"{docs}{source}_hidden.md": "---\ntitle: x\n---\n", "src/pages/custom.astro": "<p>x</p>\n",
        "package.json": '{"name": "x", "private": true, "type": "module"}\n',
    }  # fmt: skip
    for page in pages:
        others[f"{page.rpartition('/')[0]}/../../../assets/pic.svg"] = SVG
    patterns = (f"{docs}{{locale}}/{{page}}.md",)
    names = (f"{source}index.md", f"{source}guide/index.md", f"{source}guide/setup.md", "lv/guide/setup.md")
    return Route(
        name, "starlight", pages, {posixpath.normpath(file): text for file, text in others.items()},
        tuple(docs + one for one in names), tuple(dict.fromkeys(links)), images, base, patterns,
        () if source else (f"{docs}{{page}}.md",),
    )  # fmt: skip


HUGO = """\
baseURL = "https://x.example{base}"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = {inside}
refLinksErrorLevel = "WARNING"
refLinksNotFoundURL = "/not-found"
{more}
[languages.en]
{en}
[languages.lv]
{lv}
"""


def _hugo(name: str, base: str, inside: str, *, suffix: bool = False, more: str = "", ugly: bool = False) -> Route:
    pages: dict[str, tuple[str, str]] = {}
    home = "en/" if inside == "true" else ""
    for file, front, address in (
        ("_index.md", "", ""), ("guide.md", "", "guide/"), ("a/_index.md", "", "a/"), ("a/b.md", "", "a/b/"),
        ("bundle/index.md", "", "bundle/"), ("only.md", "", "only/"), ("slugged.md", "slug: own\n", "own/"),
        ("addressed.md", "url: /at/home/\n", "at/home/"), ("aliased.md", "aliases: [/old/, was]\n", "aliased/"),
        ("A B.md", "", "a-b/"),
    ):  # fmt: skip
        for locale, prefix in (("en", home), ("lv", "lv/")):
            if locale == "lv" and file == "only.md":
                continue
            stem = file.removesuffix(".md")
            own = front.replace("own", "savs").replace("/at/home/", "/lv/pie/") if locale == "lv" else front
            there = address.replace("own", "savs").replace("at/home", "pie") if locale == "lv" else address
            built = f"{prefix}{there}index.html"
            if locale == "en" and "url" in front:
                built = "at/home/index.html"
            if ugly and address and "url" not in front and not file.endswith("_index.md"):
                built = built.replace("/index.html", ".html")
            path = f"content/{stem}.{locale}.md" if suffix and locale == "lv" else f"content/{locale}/{file}"
            path = f"content/{file}" if suffix and locale == "en" else path
            pages[path] = own, built
    refs = (
        "guide.md", "guide", "/guide", "/guide.md", "guide.md#part", "guide.md#no", "a/b.md", "b.md", "b", "/a/b#part",
        "a",
        "/a", "a/_index.md", "no.md", "no", "#part", "#no", "bundle", "bundle/index.md", "only.md", "slugged.md",
        "own", "Guide.md", "./guide.md", "../guide.md", "aliased.md", "addressed.md", "old", "_index.md", "/",
    )  # fmt: skip
    links = (
        *SAME, "guide.md", "guide", "guide/", "../guide/", "./guide.md", "guide.md#part", "guide.md#no", "no.md", "no/",
        "a/b.md", "b.md", "a/b/", "a/", "/guide/", "/guide", "/guide.md", "/guide.md#no", "/guide/#part", "/guide/#no",
        "/lv/guide/", "/en/guide/", f"{base}guide/", f"{base}lv/guide/", "/no/", "/lv/no/", "/no.md", "../a/b.md",
        "../",
        "..", "only.md", "/only/", "/lv/only/", "x.png", "/img/s.png", "img/s.png", "../img/s.png", "pic.png",
        "bundle/pic.png", "_index.md", "a/_index.md", "/a/b.md", "/a/b/", "guide.html", "Guide.md", "/tags/",
        "/index.xml", "/sitemap.xml", "slugged.md", "/slugged/", "/own/", "/savs/", "/lv/savs/", "/at/home/",
        "/lv/pie/", "/addressed/", "/old/", "/was/", "/lv/old/", "aliased.md", "/a-b/", "/A%20B/", "/a%20b/", "bundle",
        "bundle/", "/bundle", "/bundle/index.md", "/madeup/", "/404.html",
        *(f'{{{{< ref "{name}" >}}}}' for name in refs), *(f'{{{{< relref "{name}" >}}}}' for name in refs),
        '{{% ref "guide.md#part" %}}', '{{% relref "no.md" %}}', '{{<ref "guide.md">}}', '{{< ref path="guide.md" >}}',
        '{{< ref path="guide.md" lang="lv" >}}', '{{< relref path="only.md" lang="lv" >}}', "{{< ref guide.md >}}",
        '{{< ref "guide.md" >}}#part', '{{< ref "guide.md" >}}#no', "{{< ref `no.md` >}}",
    )  # fmt: skip
    images = ("x.png", "/img/s.png", "img/s.png", "../img/s.png", "pic.png", "/img/no.png", "bundle/pic.png")
    layouts = ("single.html", "home.html", "section.html", "term.html", "taxonomy.html")
    content = {locale: "" if suffix else f'contentDir = "content/{locale}"' for locale in ("en", "lv")}
    others = {
        "hugo.toml": HUGO.format(base=base, inside=inside, more=more + ("uglyURLs = true\n" if ugly else ""),
        **content),
        "static/img/s.png": "x", **{f"layouts/{one}": "<html><body>{{ .Content }}</body></html>\n" for one in layouts},
        ("content/bundle/pic.png" if suffix else "content/en/bundle/pic.png"): "x",
    }  # fmt: skip
    names = ("_index.md", "guide.md", "a/b.md")
    probes = (
        *(f"content/{one}" if suffix else f"content/en/{one}" for one in names),
        "content/a/b.lv.md" if suffix else "content/lv/a/b.md",
    )
    return Route(
        name, "hugo", pages, others, probes, tuple(dict.fromkeys(links)), images, base,
        ("content/{page}.{locale}.md",) if suffix else ("content/{locale}/{page}.md",),
        ("content/{page}.md",) if suffix else (), "hugo",
    )  # fmt: skip


ROOTED = "defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, lv: { label: 'Latviešu' } }"
FOLDERS = "defaultLocale: 'en', locales: { en: { label: 'English' }, lv: { label: 'Latviešu' } }"
ROUTES = (
    _docusaurus("docusaurus", "/", "", "", "docs/"),
    _docusaurus("docusaurus at a base", "/base/", " trailingSlash: true,", "routeBasePath: '/'", ""),
    _vitepress("vitepress", "/", "false", ""),
    _vitepress("vitepress at a base", "/base/", "true", "src/", "  rewrites: { 'moved/:page': 'new/:page' },\n"),
    _starlight("starlight", "/", "", ROOTED, ""),
    _starlight("starlight at a base", "/base/", " trailingSlash: 'always',", FOLDERS, "en/"),
    _hugo("hugo", "/", "false"),
    _hugo("hugo at a base", "/base/", "true"),
    _hugo("hugo by suffix", "/", "false", suffix=True, ugly=True),
)

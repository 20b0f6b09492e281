"""Small sites as generators lay them out, and what there is to recognize in each."""

from __future__ import annotations

from typing import NamedTuple

PAGE = "# Credits\n\nBuy credits.\n"


class Case(NamedTuple):
    files: dict[str, str]
    name: str
    source: str
    pages: tuple[str, ...]
    source_pages: tuple[str, ...]
    locales: tuple[str, ...]
    dialect: str
    pairs: int


def pages(*paths: str) -> dict[str, str]:
    return dict.fromkeys(paths, PAGE)


STATIC_I18N = """\
site_name: X
plugins:
  - search
  - i18n:
      docs_structure: {structure}
      languages:
        - locale: en
          default: true
          name: English
        - locale: lv
          name: Latviešu
        - locale: pt-BR
          name: Português
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""
CASES = {
    "mkdocs static-i18n folder": Case(
        {"mkdocs.yml": STATIC_I18N.format(structure="folder")}
        | pages("docs/en/a.md", "docs/en/b/c.md", "docs/lv/a.md", "docs/pt-BR/b/c.md"),
        "MkDocs",
        "en",
        ("docs/{locale}/{page}.md",),
        (),
        ("lv", "pt-BR"),
        "mkdocs",
        2,
    ),
    "mkdocs static-i18n suffix": Case(
        {"mkdocs.yml": STATIC_I18N.format(structure="suffix")}
        | pages("docs/a.md", "docs/a.lv.md", "docs/b.en.md", "docs/b.lv.md"),
        "MkDocs",
        "en",
        ("docs/{page}.{locale}.md",),
        ("docs/{page}.en.md", "docs/{page}.md"),
        ("lv", "pt-BR"),
        "mkdocs",
        2,
    ),
    "mkdocs static-i18n before its version 1": Case(
        {"mkdocs.yml": "plugins:\n  - i18n:\n      default_language: en\n      languages:\n        {en: A, fr: B}\n"}
        | pages("docs/a.md", "docs/a.fr.md"),
        "MkDocs",
        "en",
        ("docs/{page}.{locale}.md",),
        ("docs/{page}.en.md", "docs/{page}.md"),
        ("fr",),
        "mkdocs",
        1,
    ),
    "mkdocs in a subfolder": Case(
        {"website/mkdocs.yml": STATIC_I18N.format(structure="folder") + "docs_dir: content\n"}
        | pages("README.md", "website/content/en/a.md", "website/content/lv/a.md"),
        "MkDocs",
        "en",
        ("website/content/{locale}/{page}.md",),
        (),
        ("lv", "pt-BR"),
        "mkdocs",
        1,
    ),
    "mkdocs, a project for each language": Case(
        {"docs/en/mkdocs.yml": "site_name: X\n", "docs/de/mkdocs.yml": "INHERIT: ../en/mkdocs.yml\n"}
        | pages("docs/en/docs/a.md", "docs/en/docs/b.md", "docs/de/docs/a.md", "docs/zh-hant/docs/b.md", "README.md"),
        "MkDocs",
        "en",
        ("docs/{locale}/docs/{page}.md",),
        (),
        ("de", "zh-hant"),
        "mkdocs",
        2,
    ),
    "mkdocs, settings for each language beside the folders of the pages": Case(
        {"config/en/mkdocs.yml": "docs_dir: ../../docs/en\n", "config/de/mkdocs.yml": "docs_dir: ../../docs/de\n"}
        | pages("docs/en/a.md", "docs/en/b.md", "docs/de/a.md", "docs/lv/b.md", "README.md"),
        "MkDocs",
        "en",
        ("docs/{locale}/{page}.md",),
        (),
        ("de", "lv"),
        "mkdocs",
        2,
    ),
    "mkdocs, settings for each language, of pages elsewhere": Case(
        {"config/en/mkdocs.yml": "docs_dir: ../../../docs/en\n"} | pages("docs/en/a.md", "docs/de/a.md"),
        "a folder for each language",
        "en",
        ("docs/{locale}/{page}.md",),
        (),
        ("de",),
        "commonmark",
        1,
    ),
    "mkdocs without a plugin": Case(
        {"mkdocs.yml": "site_name: X\ndocs_dir: docs/en\n", "mkdocs.de.yml": "site_name: X\ndocs_dir: docs/de\n"}
        | {"docs/en/a.md": '!!! note "Hi"\n    There.\n', "docs/de/a.md": '!!! note "Hallo"\n    Da.\n'},
        "a folder for each language",
        "en",
        ("docs/{locale}/{page}.md",),
        (),
        ("de",),
        "mkdocs",
        1,
    ),
    "nextra, a folder for each language": Case(
        {
            "site/next.config.mjs": "import nextra from 'nextra'\n"
            "export default nextra({})({i18n: {defaultLocale: 'en'}})\n"
        }
        | pages(*(f"site/content/{locale}/{name}.mdx" for locale in ("en", "es") for name in ("index", "a/b"))),
        "Nextra",
        "en",
        ("site/content/{locale}/{page}.mdx",),
        (),
        ("es",),
        "mdx",
        2,
    ),
    "nextra, the locale before the ending": Case(
        {"next.config.js": "module.exports = require('nextra')({})({i18n: {defaultLocale: 'en-US'}})\n"}
        | pages(*(f"pages/{name}.{locale}.mdx" for locale in ("en-US", "zh-CN") for name in ("index", "a"))),
        "Nextra",
        "en-US",
        ("pages/{page}.{locale}.mdx",),
        ("pages/{page}.en-US.mdx",),
        ("zh-CN",),
        "mdx",
        2,
    ),
    "rspress, a folder for each language": Case(
        {
            "website/rspress.config.ts": "import { defineConfig } from '@rspress/core';\n"
            "export default defineConfig({ root: path.join(__dirname, 'pages'), lang: 'zh' });\n"
        }
        | pages(*(f"website/pages/{locale}/{name}.mdx" for locale in ("en", "zh") for name in ("index", "guide/a"))),
        "Rspress",
        "zh",
        ("website/pages/{locale}/{page}.mdx",),
        (),
        ("en",),
        "mdx",
        2,
    ),
    "fumadocs, the locale before the ending": Case(
        {"source.config.ts": "import { defineDocs } from 'fumadocs-mdx/config';\nexport const docs = defineDocs({});\n"}
        | {"lib/i18n.ts": "export const i18n = { defaultLanguage: 'en', languages: ['en', 'es'], parser: 'dot' };\n"}
        | pages(
            "content/docs/index.mdx", "content/docs/a/b.mdx", "content/docs/index.es.mdx", "content/docs/a/b.es.mdx"
        ),
        "Fumadocs",
        "en",
        ("content/docs/{page}.{locale}.mdx",),
        ("content/docs/{page}.mdx",),
        ("es",),
        "mdx",
        2,
    ),
    "fumadocs, a folder for each language in two collections": Case(
        {
            "site/source.config.ts": "import { defineDocs } from 'fumadocs-mdx/config';\n"
            "export const docs = defineDocs({ dir: 'content/docs' });\n"
            "export const blog = defineDocs({ dir: './content/blog' });\n",
            "site/src/lib/i18n.ts": "export const i18n = defineI18n({ defaultLanguage: 'zh', parser: 'dir' });\n",
        }
        | pages(*(f"site/content/{one}.mdx" for one in ("docs/en/a", "docs/zh/a", "blog/en/b", "blog/zh/b"))),
        "Fumadocs",
        "zh",
        ("site/content/docs/{locale}/{page}.mdx", "site/content/blog/{locale}/{page}.mdx"),
        (),
        ("en",),
        "mdx",
        2,
    ),
    "docusaurus": Case(
        {
            "website/docusaurus.config.js": "module.exports = {\n  // defaultLocale: 'xx',\n  i18n: {\n"
            "    defaultLocale: 'en',\n    locales: ['en', \"fr\", 'pt-BR'],\n  },\n"
            "  presets: [['classic', {docs: {sidebarPath: 'x', path: '../docs'}}]],\n};\n"
        }
        | pages(
            "docs/intro.md",
            "docs/guide/x.mdx",
            "website/blog/intro.md",
            "website/versioned_docs/version-1.0/intro.md",
            "website/i18n/fr/docusaurus-plugin-content-docs/current/intro.md",
            "website/i18n/fr/docusaurus-plugin-content-docs/current/guide/x.mdx",
            "website/i18n/fr/docusaurus-plugin-content-docs/version-1.0/intro.md",
            "website/i18n/pt-BR/docusaurus-plugin-content-blog/intro.md",
        ),
        "Docusaurus",
        "en",
        (
            "website/i18n/{locale}/docusaurus-plugin-content-docs/current/{page}.md",
            "website/i18n/{locale}/docusaurus-plugin-content-docs/current/{page}.mdx",
            "website/i18n/{locale}/docusaurus-plugin-content-docs/{page}.md",
            "website/i18n/{locale}/docusaurus-plugin-content-blog/{page}.md",
        ),
        ("docs/{page}.md", "docs/{page}.mdx", "website/versioned_docs/{page}.md", "website/blog/{page}.md"),
        ("fr", "pt-BR"),
        "mdx",
        4,
    ),
    "docusaurus by its folders alone": Case(
        pages("docs/a.md", "docs/b.md", "i18n/de/docusaurus-plugin-content-docs/current/a.md"),
        "Docusaurus",
        "en",
        ("i18n/{locale}/docusaurus-plugin-content-docs/current/{page}.md",),
        ("docs/{page}.md",),
        ("de",),
        "mdx",
        1,
    ),
    "starlight, source at the root": Case(
        {
            "docs/astro.config.mjs": "import starlight from '@astrojs/starlight';\n"
            "export default defineConfig({ integrations: [starlight({\n"
            "  title: 'X', defaultLocale: 'root', locales: { root: { label: 'Deutsch', lang: 'de' },\n"
            "  ja: { label: '日本語' } } })] });\n"
        }
        | pages(
            "docs/src/content/docs/a.mdx", "docs/src/content/docs/guides/b.md", "docs/src/content/docs/ja/guides/b.md"
        ),
        "Starlight",
        "de",
        ("docs/src/content/docs/{locale}/{page}.md", "docs/src/content/docs/{locale}/{page}.mdx"),
        ("docs/src/content/docs/{page}.md", "docs/src/content/docs/{page}.mdx"),
        ("ja",),
        "mdx",
        1,
    ),
    "starlight, a folder for the source": Case(
        {"astro.config.ts": "export default { x: [starlight({ defaultLocale: 'en', locales: { en: {}, uk: {} } })] }"}
        | pages("src/content/docs/en/a.md", "src/content/docs/en/b.md", "src/content/docs/uk/a.md"),
        "Starlight",
        "en",
        ("src/content/docs/{locale}/{page}.md",),
        (),
        ("uk",),
        "mdx",
        1,
    ),
    "hugo, a content folder for each language": Case(
        {
            "hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n'
            '[languages.zh-cn]\ncontentDir = "content/zh-CN"\n[languages.ja]\ncontentDir = "content/ja"\n'
        }
        | pages("content/en/_index.md", "content/en/docs/a.md", "content/zh-CN/docs/a.md", "content/ja/_index.md"),
        "Hugo",
        "en",
        ("content/{locale}/{page}.md",),
        ("content/en/{page}.md",),
        ("ja", "zh-CN"),
        "hugo",
        2,
    ),
    "hugo, mounts in a split configuration": Case(
        {
            "config/_default/hugo.yaml": "title: X\nmodule:\n  mounts:\n"
            "    - {source: content/en, target: content, lang: en}\n"
            "    - {source: content/fr, target: content, lang: fr}\n    - {source: static, target: static}\n",
            "config/_default/languages.yaml": "en: {title: X}\nfr: {title: Y}\n",
        }
        | pages("content/en/a.md", "content/fr/a.md"),
        "Hugo",
        "en",
        ("content/{locale}/{page}.md",),
        ("content/en/{page}.md",),
        ("fr",),
        "hugo",
        1,
    ),
    "hugo, the language in the file name": Case(
        {"config.toml": 'DefaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n'}
        | pages(
            "content/posts/one.md",
            "content/posts/one.de.md",
            "content/posts/two/index.md",
            "content/posts/two/index.de.md",
            "content/about.en.md",
            "content/about.de.md",
        ),
        "Hugo",
        "en",
        ("content/{page}.{locale}.md",),
        ("content/{page}.en.md", "content/{page}.md"),
        ("de",),
        "hugo",
        3,
    ),
    "hugo, folders called otherwise": Case(
        {"hugo.yaml": "languages:\n  en:\n    contentDir: content/english\n  fr:\n    contentDir: content/french\n"}
        | pages("content/english/a.md", "content/french/a.md"),
        "Hugo",
        "english",
        ("content/{locale}/{page}.md",),
        (),
        ("french",),
        "hugo",
        1,
    ),
    "vitepress": Case(
        {
            "docs/.vitepress/config.mts": "export default defineConfig({ locales: {\n"
            " root: { label: 'English', lang: 'en' },\n"
            " fr: { label: 'Français', lang: 'fr', link: '/fr/' } } })"
        }
        | pages("docs/index.md", "docs/guide/a.md", "docs/fr/guide/a.md", "docs/fr/index.md", "README.md"),
        "VitePress",
        "en",
        ("docs/{locale}/{page}.md",),
        ("docs/{page}.md",),
        ("fr",),
        "commonmark",
        2,
    ),
    "vitepress with a source folder, in another language": Case(
        {".vitepress/config.ts": "export default { srcDir: 'src', locales: { root: { lang: 'zh-CN' }, en: {} } }"}
        | pages("src/index.md", "src/a.md", "src/en/index.md", "src/en/a.md"),
        "VitePress",
        "zh",
        ("src/{locale}/{page}.md",),
        ("src/{page}.md",),
        ("en",),
        "commonmark",
        2,
    ),
    "jekyll collection, source at its root": Case(
        {"_config.yml": "title: X\n"}
        | pages("_articles/a.md", "_articles/b.md", "_articles/de/a.md", "_articles/zh-hans/b.md"),
        "Jekyll",
        "en",
        ("_articles/{locale}/{page}.md",),
        ("_articles/{page}.md",),
        ("de", "zh-hans"),
        "commonmark",
        2,
    ),
    "jekyll, _i18n": Case(
        {"_config.yml": "languages: [en, es]\n"} | pages("_i18n/en/a.md", "_i18n/en/_posts/b.md", "_i18n/es/a.md"),
        "Jekyll",
        "en",
        ("_i18n/{locale}/{page}.md",),
        (),
        ("es",),
        "commonmark",
        1,
    ),
    "jekyll, _i18n below pages of the same names": Case(
        {"_config.yml": "languages: [en, es]\n"}
        | pages("a.md", "b.md", "_i18n/en/a.md", "_i18n/en/b.md", "_i18n/es/a.md", "_i18n/es/b.md"),
        "Jekyll",
        "en",
        ("_i18n/{locale}/{page}.md",),
        (),
        ("es",),
        "commonmark",
        2,
    ),
    "mdbook, a book for each language": Case(
        {"en/book.toml": "[book]\n", "uk/book.toml": "[book]\n"}
        | pages("en/src/SUMMARY.md", "en/src/a.md", "uk/src/SUMMARY.md"),
        "a folder for each language",
        "en",
        ("{locale}/{page}.md",),
        (),
        ("uk",),
        "commonmark",
        1,
    ),
    "mdbook, folders in src": Case(
        {"book.toml": "[book]\n"} | pages("src/en/a.md", "src/ja/a.md"),
        "mdBook",
        "en",
        ("src/{locale}/{page}.md",),
        (),
        ("ja",),
        "commonmark",
        1,
    ),
    "folders beside en, learn": Case(
        {
            "en-us/a.md": "---\nms.author: x\n---\n# A\n",
            "lv-lv/a.md": "---\nms.author: x\n---\n# A\n",
            "sr-Latn-RS/a.md": PAGE,
        },
        "a folder for each language",
        "en-us",
        ("{locale}/{page}.md",),
        (),
        ("lv-lv", "sr-Latn-RS"),
        "learn",
        2,
    ),
    "translations in another tree": Case(
        pages("docs/guide/a.md", "docs/guide/b.md", "i18n/fr/guide/a.md", "i18n/de/guide/b.md"),
        "translations in a folder for each language",
        "en",
        ("i18n/{locale}/{page}.md",),
        ("docs/{page}.md",),
        ("de", "fr"),
        "commonmark",
        2,
    ),
    "readmes": Case(
        pages("README.md", "README.de.md", "README.zh-CN.md", "CHANGELOG.md", "docs/a.md"),
        "the language in the file name",
        "en",
        ("{page}.{locale}.md",),
        ("{page}.md",),
        ("de", "zh-CN"),
        "commonmark",
        2,
    ),
    "readmes with a dash": Case(
        pages("README.md", "README-ja.md", "README-zh-Hant.md", "how-to-go.md", "how-to.md"),
        "the language in the file name",
        "en",
        ("{page}-{locale}.md",),
        ("{page}.md",),
        ("ja", "zh-Hant"),
        "commonmark",
        2,
    ),
    "readmes in a folder of their own": Case(
        pages("README.md", "docs/a.md", "translations/README_fr.md", "translations/README_es.md"),
        "the language in the file name",
        "en",
        ("translations/{page}_{locale}.md",),
        ("{page}.md",),
        ("es", "fr"),
        "commonmark",
        2,
    ),
    "an English suffix with a region": Case(
        pages("docs/a.en-US.md", "docs/a.zh-CN.md", "docs/blog/b.en-US.md", "docs/blog/b.zh-CN.md", "docs/c.zh-CN.md"),
        "the language in the file name",
        "en-US",
        ("docs/{page}.{locale}.md",),
        ("docs/{page}.en-US.md",),
        ("zh-CN",),
        "commonmark",
        2,
    ),
    "a folder beside the source, with a suffix": Case(
        pages(
            "pages/common/tar.md", "pages/linux/ip.md", "pages.fr/common/tar.md", "pages.pt_BR/linux/ip.md", "README.md"
        ),
        "translations in a folder for each language",
        "en",
        ("pages.{locale}/{page}.md",),
        ("pages/{page}.md",),
        ("fr", "pt_BR"),
        "commonmark",
        2,
    ),
    "a repository of readmes": Case(
        pages(
            "adapter/README.md",
            "bridge/README.md",
            "localization/ko/adapter/README.md",
            "localization/ko/bridge/README.md",
        ),
        "translations in a folder for each language",
        "en",
        ("localization/{locale}/{page}.md",),
        ("{page}.md",),
        ("ko",),
        "commonmark",
        2,
    ),
    "jekyll, a collection for each language": Case(
        {"_config.yml": "title: x\ncollections:\n  tour: {}\n"}
        | pages("_tour/a.md", "_tour/b.md", "_sips/c.md", "_ja/tour/a.md", "_ja/tour/b.md", "_pt-br/tour/a.md"),
        "Jekyll",
        "en",
        ("_{locale}/{page}.md",),
        ("_{page}.md",),
        ("ja", "pt-br"),
        "commonmark",
        3,
    ),
    "mintlify, the source at the root": Case(
        {
            "docs/docs.json": '{"$schema": "https://mintlify.com/docs.json", "navigation": {"languages": ['
            '{"language": "zh"}, {"language": "en", "default": true}]}}'
        }
        | pages("docs/a.mdx", "docs/b/c.mdx", "docs/zh/a.mdx", "docs/zh/b/c.mdx"),
        "Mintlify",
        "en",
        ("docs/{locale}/{page}.mdx",),
        ("docs/{page}.mdx",),
        ("zh",),
        "mdx",
        2,
    ),
    "mintlify, with more snippets than pages": Case(
        {
            "docs.json": '{"$schema": "https://mintlify.com/docs.json", "navigation": {"languages": ['
            '{"language": "en"}, {"language": "zh"}]}}'
        }
        | pages("a.mdx", "b/c.mdx", "zh/a.mdx", "zh/b/c.mdx")
        | pages(*(f"snippets/{locale}{name}/x.mdx" for locale in ("", "zh/") for name in "pqrs")),
        "Mintlify",
        "en",
        ("snippets/{locale}/{page}.mdx", "{locale}/{page}.mdx"),
        ("snippets/{page}.mdx", "{page}.mdx"),
        ("zh",),
        "mdx",
        6,
    ),
    "a book for each language": Case(
        {"LANGS.md": "* [English](en/)\n* [Suomi](fi/)\n"}
        | pages("en/README.md", "en/a.md", "fi/README.md", "fi/a.md"),
        "GitBook",
        "en",
        ("{locale}/{page}.md",),
        (),
        ("fi",),
        "commonmark",
        2,
    ),
    "versions, each with its languages": Case(
        pages(
            *(f"docs/{version}/{one}/{page}.md" for version in ("v1", "v2") for one in ("en", "fr") for page in "ab")
        ),
        "a folder for each language",
        "en",
        ("docs/v1/{locale}/{page}.md",),
        (),
        ("fr",),
        "commonmark",
        2,
    ),
    "vitepress, older versions with translations of their own": Case(
        {".vitepress/config.ts": "export default {}\n"}
        | pages(
            *(f"{above}{page}.md" for above in ("", "old/1/") for page in ("index", "guide/a")),
            *(
                f"{above}translated/{locale}/{page}.md"
                for above in ("", "old/1/")
                for locale in ("de_de", "fr_fr")
                for page in ("index", "guide/a")
            ),
        ),
        "VitePress",
        "en",
        ("translated/{locale}/{page}.md",),
        ("{page}.md",),
        ("de_de", "fr_fr"),
        "commonmark",
        4,
    ),
    "a folder for each page, its languages in the files' names": Case(
        pages(*(f"src/[locale]/specs/{page}/{one}.mdx" for page in ("a", "b", "c/d") for one in ("en", "ja", "ko"))),
        "a folder for each page",
        "en",
        ("src/[locale]/specs/{page}/{locale}.mdx",),
        (),
        ("ja", "ko"),
        "mdx",
        6,
    ),
    "a folder for each page, its languages in folders": Case(
        pages(
            *(f"lessons/{page}/{one}/README.md" for page in ("1/a", "1/b", "2/a", "2/b") for one in ("en", "es")),
            *(f"lessons/{page}/{one}/TASK.md" for page in ("1/a", "1/b", "2/a") for one in ("en", "es")),
        ),
        "a folder for each page",
        "en",
        ("lessons/{page}/{locale}/README.md", "lessons/{page}/{locale}/TASK.md"),
        (),
        ("es",),
        "commonmark",
        7,
    ),
    "pages that say their language in their names, too": Case(
        pages(
            *("docs/README.md", "docs/api.md", "docs/user-id.md"),
            *("docs/ru/README_RU.md", "docs/ru/api_ru.md", "docs/zh/README-zh_CN.md", "docs/zh/api.md"),
            *("docs/id/README.md", "docs/id/user-id.md"),
        ),
        "translations in a folder for each language",
        "en",
        (
            *("docs/{locale}/{page}-zh_CN.md", "docs/{locale}/{page}_RU.md", "docs/{locale}/{page}_ru.md"),
            "docs/{locale}/{page}.md",
        ),
        ("docs/{page}.md",),
        ("id", "ru", "zh"),
        "commonmark",
        6,
    ),
    "collections of Jekyll": Case(
        {"_config.yml": "title: x\n"}
        | pages(*(f"pages/_{one}/{page}.md" for one in ("en-US", "de-DE", "ic-IC") for page in "ab")),
        "Jekyll",
        "en-US",
        ("pages/_{locale}/{page}.md",),
        (),
        ("de-DE", "ic-IC"),
        "commonmark",
        4,
    ),
    "one language in two spellings": Case(
        pages(
            *("docs/README.md", "docs/README.zh-cn.md"),
            *(f"docs/{page}{one}.md" for page in "abc" for one in ("", ".zh-CN")),
        ),
        "the language in the file name",
        "en",
        ("docs/{page}.{locale}.md",),
        ("docs/{page}.md",),
        ("zh-CN",),
        "commonmark",
        4,
    ),
    "one page in two spellings of a language": Case(
        pages(*(f"docs/a{one}.md" for one in ("", ".zh-CN", ".zh-cn"))),
        "the language in the file name",
        "en",
        ("docs/{page}.{locale}.md",),
        ("docs/{page}.md",),
        ("zh-CN", "zh-cn"),
        "commonmark",
        2,
    ),
    "one page in several languages, each behind an underscore": Case(
        pages("README.md", "docs/how-to-go.md", *(f"docs/keys/Keys_{one}.md" for one in ("en", "ja", "pl", "zh-CN"))),
        "the language in the file name",
        "en",
        ("docs/keys/{page}_{locale}.md",),
        ("docs/keys/{page}_en.md",),
        ("ja", "pl", "zh-CN"),
        "commonmark",
        3,
    ),
}

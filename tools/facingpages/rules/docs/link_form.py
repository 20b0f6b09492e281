"""In whose language a link leads: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "link-locale": Doc(
        "The source has no locale in this address, or its own; the translation names a third, or the source's where the "
        "source itself names none. Or it begins with the page's own locale, without the slash that the source has.",
        (
            Example("[Docs](https://x.example/docs)\n", "[Dok](https://x.example/en-us/docs)\n", ("1:1",)),
            Example(
                "[Docs](https://x.example/docs)\n",
                "[文档](https://x.example/zh-cn/docs)\n",
                locale="zh_CN",
                note="The page's own language, which its folder spells otherwise.",
            ),
            Example(
                "[Docs](https://x.example/docs)\n",
                "[文档](https://x.example/zh-cn/docs)\n",
                locale="cn",
                note="The page's own language, which its folder names by the country.",
            ),
            Example(
                "[Docs](https://x.example/docs)\n",
                "[文档](https://x.example/ja-jp/docs)\n",
                ("1:1",),
                locale="zh_CN",
            ),
            Example("[Start](/docs/start)\n", "[Start](/fr/docs/start)\n", ("1:1",), note="A third language's folder."),
            Example("[Start](/docs/start)\n", "[Start](/sv/docs/start)\n", note="Its own."),
            Example(
                "[Here](/docs), [in French](/fr/docs)\n",
                "[Här](/docs), [på franska](/fr/docs)\n",
                note="As in the source.",
            ),
        ),
    ),
}

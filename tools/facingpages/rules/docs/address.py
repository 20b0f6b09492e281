"""Addresses that stand bare in the text: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

_SOURCE = "Visit https://example.com/guide for more.\n"

DOCS = {
    "link-swallows": Doc(
        "GitHub and others end a bare address at a blank and nowhere else: a particle or a full-width comma behind it becomes "
        "part of it, and the link is dead.",
        (
            Example(_SOURCE, "자세한 내용은 https://example.com/guide를 참조하세요.\n", ("1:9",), "ko"),
            Example(_SOURCE, "请访问 https://example.com/guide，然后继续。\n", ("1:5",), "zh", "mdx"),
            Example(
                _SOURCE,
                "자세한 내용은 <https://example.com/guide>를 참조하세요.\n",
                locale="ko",
                note="In angle brackets.",
            ),
            Example(
                _SOURCE,
                "请访问 https://example.com/guide，然后继续。\n",
                locale="zh",
                dialect="hugo",
                note="Hugo ends it there.",
            ),
        ),
    ),
    "link-bare": Doc(
        "The brackets of the link were lost or turned into other signs; its text is plain text beside an address. For "
        "information where that is written as one on purpose, `<https://a.example>`.",
        (
            Example(
                "See [`last.js`](https://a.example/b/last.js).\n",
                "見る：[`last.js`]：https://a.example/b/last.js\n",
                ("1:16",),
                "ja",
            ),
            Example(
                "Read [the guide](https://example.com/g).\n",
                "「[ガイド]」(https://example.com/g)を読む。\n",
                ("1:9",),
                "ja",
            ),
            Example(
                'Press ["publish"](https://example.com/g) or [Click "save"](https://example.com/s).\n',
                'Tryck på "publicera" (https://example.com/g) eller [Klicka på "spara"](https://example.com/s).\n',
                ("1:23",),
            ),
            Example(
                "See [example.com](https://example.com).\n",
                "Se <https://example.com>.\n",
                note="Its text was an address.",
            ),
        ),
    ),
}

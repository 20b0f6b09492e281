"""Inline code that is no name, or is set otherwise: examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS: dict[str, Doc] = {}  # they belong to the rule about inline code
WORDS = (
    Example(
        "A `debugger` helps. Each debugger does, of `a.b`.\n",
        "Ett hjälpmedel finns. Varje gör det, av `a.b`.\n",
        ("1:1",),
        note="A word that the page says plainly, too: for information.",
    ),
    Example(
        "A `change` event helps. Each change does, of `a.b`.\n",
        "En ändring hjälper. Varje gör det, av `a.b`.\n",
        ("1:1",),
        note="The source says what it is a name of.",
    ),
    Example(
        "Take `load`, `a.b` here. Each load does.\n",
        "Ta `a.b` här. Varje gör det.\n",
        ("1:1",),
        note="Listed with names.",
    ),
    Example(
        "The file must be `unstripped`, as `a.b` is.\n",
        "Filen måste vara `orensad`, som `a.b` är.\n",
        ("1:18",),
        note="A rendering that the site knows, as it stands here: for information.",
        taught={"unstripped": "orensad", "file": "filen"},
    ),
    Example(
        "Icons are .`icns` files, as `a.b` is.\n",
        "Ikoner är `.icns`, som `a.b` är.\n",
        ("1:11",),
        note="With the sign beside it: for information.",
    ),
    Example(
        "With `ratio_x` 0 it ends.\n",
        "Med `ratio_x=0` slutar det.\n",
        ("1:5",),
        note="With its value: for information.",
    ),
    Example("With `ratio_x` 0 it ends.\n", "Med `ratio_x=1` slutar det.\n", ("1:5",)),
    Example("The `Box` is there.\n", "Där är `Box (en låda)`.\n", ("1:8",), note="A gloss: for information."),
    Example("The `Box` is there.\n", "Där är `Box(a)`.\n", ("1:8",)),
    Example("Press `Save` now.\n", "Tryck på <kbd>Save</kbd> nu.\n", ("1:15",), note="A key: for information."),
    Example("Is `status.podIPs` empty?\n", "Är podIPs tom i status?\n", ("1:1",), note="In parts: for information."),
    Example("Is `status.podIPs` empty?\n", "Är podIP tom i status?\n", ("1:1",)),
    Example(
        "Open `http://server-IP:3000` or `x?name=Coin`.\n",
        "打开 `http://服务器IP:3000` 或 `x?name=金币`。\n",
        ("1:4", "1:26"),
        "zh",
        note="Values of the reader's: for information.",
    ),
    Example("Use `x?name=Coin` here.\n", "用 `x?名称=Coin`。\n", ("1:3",), "zh"),
    Example("It takes `10_000` ms.\n", "Det tar `10000` ms.\n", ("1:9",), note="In groups: for information."),
    Example("Diff the `vnode's` parts.\n", "Jämför delarna av `vnode`.\n", note="Of it."),
    Example("Load `a://...` there.\n", "Läs `a://` där.\n", ("1:5",), note="What is left out: for information."),
    Example("Run `stat ...(x)` there.\n", "Kör `stat (x)` där.\n", ("1:5",)),
    Example(
        "The printer has `printer.local`, as `a.b`.\n",
        "L'imprimante a `imprimante.local`, et `a.b`.\n",
        ("1:16",),
        "fr",
        note="Words that both pages say plainly: for information.",
    ),
    Example(
        "The printer has `printer.local`, as `a.printer`.\n",
        "L'imprimante a `imprimante.local`, et `a.printer`.\n",
        ("1:16",),
        "fr",
        note="Another code keeps it.",
    ),
    Example(
        "A change is a `change` event, as `a.b`.\n",
        "Uma mudança é um evento de `mudança`, `a.b`.\n",
        ("1:28",),
        "pt",
        note="What it is a name of is said.",
    ),
    Example(
        "Call `apply_x`, as `lib.other` is.\n",
        "Anropa `lib.apply_x()`, som `lib.other`.\n",
        ("1:8",),
        note="In full: for information.",
    ),
    Example("Call `apply_x`, as `lib.other` is.\n", "Anropa `pkg.apply_x()`, som `lib.other`.\n", ("1:8",)),
    Example(
        "It takes only `antd/Button` here.\n",
        "Den tar bara `Button` ur `antd` här.\n",
        ("1:14",),
        note="In parts: for information.",
    ),
    Example("From `1.2 -> 1.3 -> 2.0` on.\n", "Från `1.2 → 1.3 → 2.0`.\n", ("1:6",), note="Arrows: for information."),
    Example("Of the type `a -> b` it is.\n", "Av typen `a → b` är den.\n", ("1:10",)),
    Example(
        "Set `column.editor` of `column.a`.\n",
        "Ange `editor` för `column.a`.\n",
        ("1:6",),
        note="Without what it is of.",
    ),
    Example("Set `column.editor` of `tab.a`.\n", "Ange `editor` för `tab.a`.\n", ("1:6",)),
    Example(
        "Say how to `sort` them. See `--sort`.\n",
        "Hur de **ordnas**. Se `--sort`.\n",
        ("1:1",),
        note="Stressed: for information.",
    ),
)

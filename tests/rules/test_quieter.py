"""What is told for information rather than as a warning or an error, and its like that is not."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

TABLE = "<table>\n<tr><td>A</td></tr>\n</table>\n"
TABLE_OF_CODE = "| {0}a1{1} |\n|--|\n| {2}c3{3} |\n| {2}d4{3} |\n"
TWEET = "Share [it](https://x.example/{}?text={}).\n"
OPERATOR = "```ruby\ndef {0}({1})\n  self - {1}\nend\n```\n"
SCRIPT = "```js\nsetup() {{\n{}\n}}\n```\n"
MARKED = '```astro\n<b>{{f.best ? "{}" : "Us"}}</b>\n<{}>\n```\n'
GALLERY = 'A `a`.\n\n<p>\n<img src="a.png">\n{}\n<img src="b.png">\n</p>\n\nB `b`.\n'
SHELLS = "A, [a](a.md).\n\n```bash\nnpm install -g cat\n```\n\nConnect to it:\n\n```bash\ncat -c x\n```\n\nB `b`.\n"
THIRD = "https://x.example/3/"
EXAMPLE = "```rbs\nmodule {0}\n  {1}: String\n  {2}({0}, {1})\n```\n"
NAMES = "```py\n{0} = [1]\nshow({0}, {1})\n```\n\nThen:\n\n```py\n{2} = {1}['{3}']\n```\n"
NAMED = NAMES.format("lottery", "player", "winner", "title")
LISTED = "It has `{}`, `{}` and `{}`.\n"
DOOR = "Open the door carefully and wait"
TWICE = 2 * "Öppna dörren försiktigt och vänta där, tack.\n\n"
TABS = "See `a`.\n\n{{% endtab %}}{}{{% tab 'b' %}}\n\nSee `b`.\n"
LINK = "See [a]({}).\n"
USED = "```py\n{0} = load()\nshow({0})\nsave({0})\n```\n"
DIAGRAM = "```mermaid\ngraph TD\nsubgraph {}\na -. {} .-> b\nb == {} ==> c\nend\n```\n"
SAID = DIAGRAM.format("The whole service", "made by", "some spans")


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Call `getPaths()`.\n", "Anropa `getPaths`.\n", ["info"]),
        ("Call `getPaths()`.\n", "Anropa `getPath`.\n", ["warning"]),
        ("Two `actions` here.\n", "Två `action` här.\n", ["info"]),
        ("Two `actions` here.\n", "Två `åtgärder` här.\n", ["warning"]),
        ("The text `Next`.\n", "Texten `Nästa`.\n", ["info"]),
        ("The key `next`.\n", "Nyckeln `nästa`.\n", ["warning"]),
        ('Run `print "press it"`.\n', 'Kör `print "tryck nu"`.\n', ["info"]),
        ('Run `print "press it"`.\n', 'Kör `prinf "press it"`.\n', ["warning"]),
        ("It has `E1` and `E2`.\n\nAs `E3` has.\n", "Den har `E2`.\n\nSom `E3`, `E1`.\n", ["info"]),
        ("It has `E1` and `E2`.\n\nAs `E3`, `E1`.\n", "Den har `E2`.\n\nSom `E3`, `E1`.\n", ["warning"]),
        ("By `use`, [so](a.md).\n\n```\na.use(B)\n```\n", "Så [här](a.md).\n\n```\na.use(B)\n```\n", ["info"]),
        ("By `use`, [so](a.md).\n\n```\na.used(B)\n```\n", "Så [här](a.md).\n\n```\na.used(B)\n```\n", ["warning"]),
        ("Run `$ hexo clean`.\n", "Kör `hexo clean`.\n", ["info"]),
        ("Run `$hexo`.\n", "Kör `hexo`.\n", ["warning"]),
        ("1. Click __Run__ now.\n", "1. Klicka på \"Kör\" nu.\n", ["info"]),
        ('1. Click __Run__ in "A".\n', '1. Klicka på Kör i "A".\n', ["error"]),
        ("See [it](https://a.example/b).\n", "Se <https://a.example/b>.\n", ["info"]),
        ("See [it](https://a.example/b).\n", "Se det: https://a.example/b .\n", ["warning"]),
        (LINK.format("https://iban.example/codes"), LINK.format("https://konton.dk/valutor"), ["warning"]),
        (LINK.format("https://iban.example/codes"), LINK.format("https://konton.example/sv/valutor"), ["info"]),
        (LINK.format("https://iban.example/codes"), LINK.format("https://konton.se/valutor"), ["info"]),
        (TABS.format("\n\n"), TABS.format("\n"), []),
        (TABS.format("\n\n"), TABS.format("\n").replace("{% tab 'b' %}", ""), ["error"]),
        ("Page %1 of %2.\n", "Sida %1.\n", ["error", "warning"]),
        ("Ask Moment.js for it.\n", "Fråga moment om det.\n", ["info"]),
        ("Ask Moment.js for it.\n", "Fråga momentet om det.\n", ["warning"]),
        ("Read README.md first.\n", "Läs README_sv.md först.\n", ["info"]),
        ("Read README.md first.\n", "Läs README_da.md först.\n", ["warning"]),
        ("Console.log is bad.\n", "Låt bli console.log.\n", ["info"]),
        ("Take Console.log.\n", "Ta console.log.\n", ["warning"]),
        ("See `/en/guides/a`.\n", "Se `/sv/guides/a`.\n", ["info"]),
        ("See `/en/guides/a`.\n", "Se `/sv/guides/b`.\n", ["warning"]),
        ("`Page.parse(source)` tells.\n", "`Page.parse(text)` berättar.\n", ["info"]),
        ("`Page.parse(source)` tells.\n", "`Page.parse(1)` berättar.\n", ["warning"]),
        ("The dots (`...`) go on.\n", "Prickarna fortsätter.\n", ["info"]),
        ("The dots `...` go on.\n", "Prickarna fortsätter.\n", ["warning"]),
        (TWEET.format("a", "I%20read%20it"), TWEET.format("a", "Jag%20läste%20det"), []),
        (TWEET.format("a", "I%20read%20it"), TWEET.format("b", "Jag%20läste%20det"), ["error"]),
        (TWEET.format("a", "Main"), TWEET.format("a", "Mein"), ["error"]),
        (LINK.format("https://en.m.x.example/a"), LINK.format("https://en.x.example/a"), []),
        (LINK.format("https://en.n.x.example/a"), LINK.format("https://en.x.example/a"), ["error"]),
        (OPERATOR.format("+", "other"), OPERATOR.format("+", "otro"), ["info"]),
        (OPERATOR.format("+", "other"), OPERATOR.format("-", "other"), ["error"]),
        (SCRIPT.format("return {\n  a,\n};"), SCRIPT.format("return { a };"), []),
        (SCRIPT.format("return {\n  a,\n};"), SCRIPT.format("return { b };"), ["error"]),
        (MARKED.format("Friend", "b"), MARKED.format("Amigo", "b"), []),
        (MARKED.format("Friend", "b"), MARKED.format("Friend", "c"), ["warning"]),
        (GALLERY.format("</p>\n\n<p>"), GALLERY.format(""), []),
        (GALLERY.format("</p>\n\n<p>"), GALLERY.format("").replace("b.png", "c.png"), ["error"]),
        ("Watch the `route`, here `route.params`.\n", "Se `$route`, `$route.params`.\n", ["warning", "warning"]),
        ("Any but `help` of it.\n", "Utom `hexo help` av det.\n", ["info"]),
        ("Any but `help` of it.\n", "Utom `hexo hjälp` av det.\n", ["warning"]),
        (SHELLS, SHELLS.replace("\n```\n\nConnect to it:\n\n```bash\n", "\n"), []),
        (SHELLS, SHELLS.replace("\n```\n\nConnect to it:\n\n```bash\n", "\nno "), ["error", "error"]),
        ("In `modules/` of it.\n", "I `modules` av det.\n", ["info"]),
        ("At `ldap.example.com`.\n", "På `ldap.exempel.com`.\n", ["info"]),
        ("At `ldap.example.com`.\n", "På `ldap.exempel.org`.\n", ["warning"]),
        ("Go is old.\n\nSo is Go.\n\nIt is `Go`.\n", "Go är gammalt.\n\nGo också.\n\nDet är Go.\n", ["info"]),
        ("Go is old.\n\nSo is C.\n\nIt is `Go`.\n", "Go är gammalt.\n\nC också.\n\nDet är Go.\n", ["warning"]),
        (TABLE_OF_CODE.format(*"````"), TABLE_OF_CODE.format("", "", "`", "`"), ["warning"]),
        (TABLE_OF_CODE.format(*"````"), TABLE_OF_CODE.format(*4 * [""]), ["warning", "warning", "info"]),
        (SAID, DIAGRAM.format("Tjänsten", "görs av", "spann"), []),
        (SAID, DIAGRAM.format("Tjänsten", "görs av", "spann").replace(".->", "-->"), ["error"]),
        (SAID, DIAGRAM.format("Tjänsten", "görs av", "spann").replace("subgraph", "delgraf"), ["error"]),
        (SAID, DIAGRAM.format("Tjänsten", "görs av", "spann").replace("==>", "=>"), ["error"]),
        (USED.format("users"), USED.format("usuarios"), ["warning"]),
        (USED.format("users"), USED.format("uesrs"), ["error"]),
        ("A `PriorityClass interface`.\n", "Ett `PriorityClass gränssnitt`.\n", ["info"]),
        ("Run `docker-compose restore`.\n", "Kör `docker-compose återställ`.\n", ["warning"]),
        ("Since 4.24.0 of it.\n", "Sedan 4.24 av det.\n", ["info"]),
        ("Since 4.24.1 of it.\n", "Sedan 4.24 av det.\n", ["error"]),
        ("When props.height changes.\n", "När egenskapen height ändras.\n", ["info"]),
        ("When props.height changes.\n", "När props.höjd ändras.\n", ["warning"]),
        ("Set `include:` first.\n", "Sätt `include` först.\n", ["info"]),
        ("Set `include.` first.\n", "Sätt `include` först.\n", ["warning"]),
        (LINK.format("https://x.example/a/c"), LINK.format("https://other.test/d"), ["warning"]),
        (LINK.format("https://x.example/a/c"), LINK.format("https://x.example/a/d"), ["error"]),
        (LINK.format("https://x.example/a/c"), LINK.format("https://x.example/a/b/c"), ["warning"]),
        (LINK.format("https://x.example/a/c"), LINK.format("https:///a/c"), ["error"]),
        ("See RFC 2119 now.\n", "Se [RFC 2119](https://x.example/rfc2119) nu.\n", ["info"]),
        ("See the rates now.\n", "Se [priserna](https://x.example/rfc2119) nu.\n", ["warning"]),
        ("Click `Export Server Config`.\n", "Cliquez sur `Exporter la Config Serveur`.\n", ["info"]),
        ("Run `Export-Server Config`.\n", "Lancez `Exporter-Serveur Config`.\n", ["warning"]),
        ("Based on `flex layout`.\n", "Använder flex för utläggning.\n", ["info"]),
        ("Based on `flexLayout`.\n", "Använder flex för utläggning.\n", ["warning"]),
        (EXAMPLE.format("Chat", "name", "say"), EXAMPLE.format("Samtal", "namn", "yttra"), ["warning"]),
        (EXAMPLE.format("Chat", "name", "say"), EXAMPLE.format("Chat", "namn", "yttra"), ["error"]),
        ("At `https://<username>.x.example`.\n", "På `https://<namn>.x.example`.\n", ["info"]),
        ("At `https://<username>.x.example`.\n", "På `https://<namn>.y.example`.\n", ["warning"]),
        ("Is `used to implement the thing`.\n", "Genomför det.\n", ["info"]),
        ("Is `used to-implement`.\n", "Genomför det.\n", ["warning"]),
        ("A shard here.\n", "En [skärva](https://sv.wikipedia.org/wiki/S) här.\n", ["info"]),
        ("A shard here.\n", "En [skärva](https://sv.wiki.example/wiki/S) här.\n", ["warning"]),
        (LINK.format(THIRD), LINK.format(THIRD + "), [b](https://x.example/3/a.sv"), ["info"]),
        (LINK.format(THIRD), LINK.format(THIRD + "), [b](https://x.example/4/a.sv"), ["warning"]),
        ("```js\nimport A from './a';\n```\n", '```js\nimport A from "./a";\n```\n', ["info"]),
        ("```js\nimport A from './a';\n```\n", "```js\nimport A from './b';\n```\n", ["warning"]),
        ("Buy it.\n", "Köp det.\n\n- [Ann Bo](https://x.example/annbo)\n", ["info"]),
        ("Buy it.\n", "Köp det.\n\n- [Anns sida](https://x.example/docs/a/b)\n", ["warning"]),
        ("Buy it.\n", "Köp det.\n\n## Översättning\n\n[Ann Bo](https://x.example/annbo) (text)\n", ["info"]),
        ("Buy it.\n", "Köp det.\n\n## Översättning\n\nHelt ny text.\n", ["warning"]),
        ("<table>\n<tr><td>A</td></tr>\n<tr><td>--for-all</td></tr>\n</table>\n", TABLE, ["error"]),
        ("<dl>\n<section>A</section>\n</dl>\n", "<dl>\nA\n</dl>\n", ["warning"]),
        (LINK.format("https://x.example/a"), LINK.format("https://x.example/a#b"), ["info"]),
        (LINK.format("https://x.example/a#b"), LINK.format("https://x.example/a"), ["warning"]),
        (NAMED, NAMES.format("dragning", "kandidat", "segrare", "rubrik"), ["info", "info"]),
        (NAMED, NAMES.format("dragning", "kandidat", "segrare", "titel"), ["warning", "error"]),
        (NAMED, NAMES.format("dragning", "kandidat", "winner", "title"), ["warning", "error"]),
        (LISTED.format("colour", "mood", "owner"), LISTED.format("färg", "humör", "ägare"), 3 * ["info"]),
        (LISTED.format("colour", "mood", "owner"), LISTED.format("färg", "humör", "owner"), 2 * ["warning"]),
        (LISTED.format("colour", "mood", "it.owner"), LISTED.format("färg", "humör", "it.ägare"), 3 * ["warning"]),
        ("Use `map/2` of it.\n", "Använd `map` av det.\n", ["info"]),
        ("Use `map/2` of it.\n", "Använd `map/3` av det.\n", ["warning"]),
        ("Set `max_size_of` *now*.\n", "Sätt max_size_of.\n", ["warning"]),  # a name, not emphasis that is none
        ("Set it _right_ now.\n", "Sätt_rätt_nu.\n", ["error"]),
        ("Use `get *` here.\n", "Använd get \\* här, get \\*.\n", ["warning"]),  # behind a blank none closes
        ("Use *this* here.\n", "Använd \\*detta\\* här.\n", ["error"]),
        ("```lua\n-- a.script\nx = 1 --not 2\n```\n", "```lua\n-- fil: a.script\nx = 1 --inte 2\n```\n", []),
        ("```lua\nx = 1 --not 2\n```\n", "```lua\nx = 3 --inte 2\n```\n", ["error"]),
        ("```lua\n--[[ One\ntwo ]]\nx = 1\n```\n", "```lua\n--[[ En, två ]]\nx = 1\n```\n", []),
        ("```lua\nx = '--all'\n```\n", "```lua\nx = '--alla'\n```\n", ["warning"]),
        ("```sh\nrun --all\n```\n", "```sh\nrun --alla\n```\n", ["error"]),
        ("```sh\nbash configure;\ncat a | b\n```\n", "```sh\nbash configure ;\ncat a| b\n```\n", ["info"]),
        ("```sh\nrun 2>a\n```\n", "```sh\nrun 2 >a\n```\n", ["error"]),
        ("```sh\necho 'a; b'\n```\n", "```sh\necho 'a;b'\n```\n", ["warning"]),
        ("```properties\na.size = 30\n```\n", "```properties\na.size= 30\n```\n", ["info"]),
        ("```properties\na.size = 30\n```\n", "```properties\na.size= 31\n```\n", ["error"]),
        (f"Please {DOOR}.\n\n{DOOR} there.\n", TWICE, ["warning"]),
        (f"{DOOR}.\n\nThen close the window and leave the room again.\n", TWICE, ["error"]),
    ],
)  # fmt: skip
def test_how_much_it_matters(source: str, target: str, told: list[str]) -> None:
    assert [finding.severity.value for finding in findings(Example(source, target))] == told


def test_what_a_list_became_is_not_said_of_a_pair_that_may_be_none() -> None:
    """The rest of the section was made anew, and told as missing."""
    around = "# A\n\nBuy `x`.\n\n{}See [a](a.md).\n"
    source = around.format("- Point clients to it\n- This page is a reference\n\n```\nmake\n```\n\n")
    target = around.format("Hela den här sidan är en annan text nu.\n\n").replace("Buy", "Köp")
    assert "list-lost" not in {finding.rule for finding in findings(Example(source, target))}


PICTURE = "[![Build](https://x.example/b.svg)](https://x.example/b)"


def test_an_item_that_begins_above_a_picture_has_not_lost_its_marker() -> None:
    picture, last = "\n![Map](m.png)\n\n", "4. Go on with `f`.\n"
    source = f"1. Open `a` now.\n2. Press `b` then.\n{picture}3. Run `c` and wait until `d` is shown by `e`.\n{last}"
    target = "1. Öppna `a` nu.\n2. Tryck på `b`.\n{}" + picture + f"Vänta på `c` tills `d` visas av `e`.\n\n{last}"
    begun = [one.rule for one in findings(Example(source, target.format("3. Kör.\n")))]
    lost = [one.rule for one in findings(Example(source, target.format("")))]
    assert ("list-lost" in begun, "list-lost" in lost) == (False, True)


def test_a_linked_picture_is_told_as_the_picture() -> None:
    source = f"Here is {PICTURE} and [a](a.md).\n"
    assert {one.rule for one in findings(Example(source, "Här är [a](a.md).\n"))} == {"image-missing"}
    kept = "Här är ![Build](https://x.example/b.svg) och [a](a.md).\n"
    assert {one.rule for one in findings(Example(source, kept))} == {"link-missing"}


@pytest.mark.parametrize(("last", "told"), [(f"1. {PICTURE}\n", "info"), ("1. Ut.\n", "error")])
def test_a_picture_in_a_block_that_only_the_translation_has_was_not_lost(last: str, told: str) -> None:
    found = findings(
        Example(f"Ask {PICTURE} or `x`.\n\n## On\n\nSee `y`.\n", f"Fråga `x`.\n\n## Och\n\nSe `y`.\n\n{last}")
    )
    assert [one.severity.value for one in found if one.rule == "image-missing"] == [told]


@pytest.mark.parametrize(("link", "told"), [("target.md", []), ("source.ja.md", []), ("other.ja.md", ["link-missing"])])
def test_a_page_need_not_link_to_itself(link: str, told: list[str]) -> None:
    found = findings(Example(f"See [it]({link}) and [a](a.md).\n", "Se det och [a](a.md).\n"))
    assert [one.rule for one in found] == told


def test_numbers_of_pictures_on_one_host_are_no_names() -> None:
    pictures = [f"![a](https://x.example/img/A*yHjAAAAAAAAABkAR{name})\n" for name in ("Q1", "Q2")]
    assert [one.severity.value for one in findings(Example(*pictures))] == ["info"]
    named = [f"![a](https://x.example/img/{name}.png)\n" for name in ("prices", "pricez")]
    assert [one.severity.value for one in findings(Example(*named))] == ["error"]


PROSE = "Paketet `gorilla` skriver inte samtidigt. Skydda det med ett mutex{}, eller led allt genom en kanal."
LISTED = "The `gorilla` package writes not at once. Use:\n\n- Mutex: by `sync.Mutex`.\n- Channel: one writer.\n"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (PROSE.format(", `sync.Mutex`"), ["info"]),
        (PROSE.format(""), ["error"]),  # what it keeps is not there
        ("Paketet `gorilla` skriver inte samtidigt, `sync.Mutex`. Använd:", ["error"]),  # no longer than its source
    ],
)
def test_a_list_may_be_told_in_a_sentence(target: str, told: list[str]) -> None:
    found = findings(Example(LISTED, target + "\n"))
    assert [one.severity.value for one in found if one.rule == "list-item-missing"] == told


@pytest.mark.parametrize(("steps", "told"), [("abc", 0), ("bca", 3)])
def test_steps_that_moved_with_their_section_are_in_order(steps: str, told: int) -> None:
    source = "# One\n\nWhat `one` does.\n\n# Two\n\nIt goes `so`:\n\n1. Open `a`.\n2. Press `b`.\n3. Save `c`.\n"
    words = {"a": "Öppna", "b": "Tryck på", "c": "Spara"}
    section = "\n".join(f"{number}. {words[step]} `{step}`." for number, step in enumerate(steps, 1))
    target = f"# Två\n\nDet går `so`:\n\n{section}\n\n# Ett\n\nVad `one` gör.\n"
    assert [one.rule for one in findings(Example(source, target))].count("step-order") == told


def test_a_row_is_named_by_the_code_it_begins_with() -> None:
    source = "| a | b |\n|--|--|\n| `cd` | x |\n| {}<br />Ctrl+L | y |\n| `cp` | z |\n"
    target = "| a | b |\n|--|--|\n| `cd` | x |\n| `clear` | - |\n| `clip` | - |\n| `cp` | z |\n"
    for name, line in (("`clear`", 5), ("`clip`", 4)):
        extra = [one for one in findings(Example(source.format(name), target)) if one.rule == "table-row-extra"]
        assert [one.place.line for one in extra] == [line]


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("Här är `BPF_MAP`, och `output` med `perf`, `stdin`.", True),  # others, and more of them: written anew
        ("Här är `BPF_MAP`, och `output` med `perf`.", False),
        ("Här är `BPF_MAP`, och `output` med `get_tasks`, `stdin`.", False),
    ],
)
def test_codes_that_are_alike_in_nothing_are_not_changed_ones(target: str, lost: bool) -> None:
    found = findings(Example("We use `get_task` and `task_struct` and `read_it`.\n", target + "\n"))
    assert next(("lost" in one.text) for one in found if one.rule == "code-span") == lost


@pytest.mark.parametrize(
    ("address", "told"), [("hhttps://a.example/saying-no/", ["error"]), ("https://b.example/other/", ["info"])]
)
def test_a_slip_in_an_address_tells_whose_it_is(address: str, told: list[str]) -> None:
    """Beside blocks left over a pair may be another's: of a link that leads elsewhere that is said softly, of one with
    a slip it is not."""
    source = "# A\n\nSee [page 12 of 345](https://a.example/saying-no/).\n\n# B\n\nEnd.\n"
    target = f"# A\n\nSe [sidan 12 av 345]({address}).\n\nHelt annat `z`.\n\nMer `y`.\n\nSist `x`.\n\n# B\n\nSlut.\n"
    found = findings(Example(source, target))
    assert [one.severity.value for one in found if one.rule == "link-target"] == told


@pytest.mark.parametrize(
    ("names", "told"), [(("19: Kakor", "16: Fel"), "link-moved"), (("16: Fel", "19: Kakor"), "link-target")]
)
def test_links_that_took_their_words_along_moved(names: tuple[str, str], told: str) -> None:
    source = "- [CVE-2021-16: Error](/b.md)\n- [CVE-2021-19: Cookies](/c.md)\n"
    target = "- [CVE-2021-{}](/c.md)\n- [CVE-2021-{}](/b.md)\n".format(*names)
    assert {one.rule for one in findings(Example(source, target))} == {told}


@pytest.mark.parametrize(("mark", "told"), [("-", "info"), ("2.", "warning")])
def test_a_bullet_that_holds_nothing_of_a_step_may_be_another(mark: str, told: str) -> None:
    steps = "1. Decide.\n2. Start `hbbs`.\n3. Open the ports.\n"
    items = f"{mark} Besluta.\n{mark} Se loggar.\n{mark} Öppna portarna.\n"
    found = [one.severity.value for one in findings(Example(steps, items)) if one.rule == "code-span"]
    assert found == [told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Once the `router` is set, ring the [office](o.md). Ask us. Then go.", "warning"),
        (
            "**Once** it *is* **set**, ring **us**. It opens. Ask us. Then go.",
            "info",
        ),  # words, which may be rendered freely
    ],
)
def test_a_paragraph_that_keeps_nothing_of_the_one_it_stands_for_says_something_else(said: str, told: str) -> None:
    source = f"# L\n\nSee [a](a.md).\n\n{said}\n\n---\n\nThen [b](b.md).\n"
    found = findings(Example(source, "# L\n\nSe [a](a.md).\n\nNu gäller allt.\n\nSedan [b](b.md).\n"))
    assert [one.severity.value for one in found if one.rule == "block-rewritten"] == [told]


@pytest.mark.parametrize(("more", "told"), [("; in most cases, though, you need not", "info"), ("", "warning")])
def test_a_paragraph_beside_one_too_short_by_itself_may_have_been_split(more: str, told: str) -> None:
    taught = {"domain": "domēna", "name": "vārds", "policy": "politiku", "wait": "gaidiet", "office": "biroju"}
    source = f"# A\n\nUse it for a domain name of yours, or to give a policy with `a-b`{more}.\n\nMore.\n"
    first = "Izmantojiet to, ja jums ir domēna vārds vai lai dotu politiku ar `a-b`."
    target = f"# A\n\n{first}\n\nParasti gaidiet tikai biroju.\n\nVairāk.\n"
    found = findings(Example(source, target, locale="lv", taught=taught))
    assert [one.severity.value for one in found if one.rule == "block-extra"] == [told]


@pytest.mark.parametrize(
    ("there", "here", "told"),
    [
        ("->  0x5 <+0>:  pushq", "-> 0x5 <+0>: pushq", "info"),
        ("->  0x5 <+0>:  pushq", "- > 0x5 <+0>: pushq", "error"),
        ("$ go to", "$ go\u00a0to", "error"),
    ],
)
def test_how_many_blanks_stand_in_the_columns_of_an_output(there: str, here: str, told: str) -> None:
    found = findings(Example(f"```sh\n$ run\n{there}\n```\n", f"```sh\n$ run\n{here}\n```\n"))
    assert [one.severity.value for one in found if one.rule == "code-block"] == [told]


@pytest.mark.parametrize(("generator", "told"), [("jekyll", []), ("plain", ["html-swallowed"])])
@pytest.mark.parametrize("inside", [False, True])
def test_kramdown_reads_on_behind_the_end_of_a_tag(generator: str, told: list[str], inside: bool) -> None:
    source = "See [a](a.md).\n\n<p>\n  <b>One</b>\n</p>\n\nSee [b](b.md).\n"
    target = "Se [a](a.md).\n\n<p>\n  <b>Ett</b>\n</p>Se [b](b.md).\n"
    if inside:
        target, told = target.replace("</p>Se [b](b.md)", "Se [b](b.md)</p>"), ["html-swallowed"]
    found = [one.rule for one in findings(Example(source, target), generator)]
    assert [rule for rule in found if rule == "html-swallowed"] == told


@pytest.mark.parametrize(("between", "severity"), [("\n\n", "warning"), ("\n", "error")])
@pytest.mark.parametrize("digits", ["\u06f1\u06f2", "\u0661\u0662", "\u0967\u0968"])
def test_steps_numbered_in_digits_of_the_language_read_as_such_in_paragraphs_of_their_own(
    digits: str, between: str, severity: str
) -> None:
    steps = between.join(f"{digit}. \u0622\u0646 `{name}`." for digit, name in zip(digits, ("it", "that"), strict=True))
    found = findings(Example("1. Open `it`.\n2. Save `that`.\n", f"{steps}\n", locale="fa"))
    assert [one.severity.value for one in found if one.rule == "list-lost"] == [severity]

"""Every kind of edit applies somewhere, changes what it says, and names the line."""

from pathlib import Path
from random import Random

import pytest
from tests.accuracy.corpus import Corpus, PagePair
from tests.accuracy.mutations import KINDS
from tests.accuracy.page import Page
from tests.accuracy.pairs import Mutation, Pair
from tests.accuracy.protocol import SUBJECTS

SITES = Path(__file__).parent / "sites"
SMALL = {
    # Kinds that the sites give no occasion for: translation, source.
    "url-locale": ("Skat. [lapu](https://x.example/en-us/a).", "See [the page](https://x.example/en-us/a)."),
    "url-escaped-parentheses": ("Skat. [lapu](https://x.example/a_(b)).", "See [the page](https://x.example/a_(b))."),
    "quotes-of-the-locale": ('Atveriet "Citas lapas" tagad.', 'Open "Other pages" now.'),
    "number-of-the-locale": ("Tas maksā 1,500 eiro.", "It costs 1,500 euros."),
    "clock-of-24-hours": ("Sākums ir 7 PM vakarā.", "It begins at 7 PM sharp."),
    "italic-moved": ("Tas ir _tikai_ piemērs.", "It is _only_ an example."),
    "entity-double-escaped": ("Fails &gt; Opcijas.", "File &gt; Options."),
    "apostrophe-curly": ("Tas ir d'Artanjans.", "It is d'Artagnan."),
    "small-number-in-words": ("Gaidiet 2 minūtes.", "Wait 2 minutes."),
    "currency-changed": ("Tas maksā 15 $ mēnesī.", "It costs $15 a month."),
    "clock-time-changed": ("Sākums ir 10:30 no rīta.", "It begins at 10:30 in the morning."),
    "rule-of-other-signs": ("viens\n\n---\n\ndivi", "one\n\n---\n\ntwo"),
    "code-blocks-swapped": ("```\na = 1\n```\n\nun\n\n```\nb = 2\n```", "```\na = 1\n```\n\nand\n\n```\nb = 2\n```"),
    "label-rendered-two-ways": (
        "Izvēlieties **Tālāk**.\n\nVēlreiz **Tālāk**.\n\nBeigās **Tālāk**.",
        "Choose **Next**.\n\nAgain **Next**.\n\nAt last **Next**.",
    ),
    "link-full-width-parentheses": ("[頁](a.md)を見る。", "See [page](a.md)."),
    "step-content-outdented": ("1. Un\n\n   vēl\n\n2. Divi", "1. One\n\n   more\n\n2. Two"),
    "callout-split": ("> [!NOTE]\n> Viens.\n>\n> Divi.", "> [!NOTE]\n> One.\n>\n> Two."),
    "callout-cut-short": ("> [!NOTE]\n> Viens.\n>\n> Divi.", "> [!NOTE]\n> One.\n>\n> Two."),
    "hint-style-changed": (
        '{% hint style="info" %}\nTeksts.\n{% endhint %}',
        '{% hint style="info" %}\nText.\n{% endhint %}',
    ),
    "hint-lost": ('{% hint style="info" %}\nTeksts.\n{% endhint %}', '{% hint style="info" %}\nText.\n{% endhint %}'),
    "task-box-ticked": ("- [ ] Viens", "- [ ] One"),
    "metadata-number-changed": ("---\ntitle: 10 padomi\n---\n\nTeksts.", "---\ntitle: 10 tips\n---\n\nText."),
    "progress-unpadded": ("```\n[ 62%]: a\n```", "```\n[ 62%]: a\n```"),
    "table-bars-left-out": ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"),
    "address-secured": ("Skat. [lapu](http://a.example/x).", "See [page](http://a.example/x)."),
    "alert-marker-spaced": ("> [!NOTE]\n> Teksts.", "> [!NOTE]\n> Text."),
    "alert-text-on-its-line": ("> [!NOTE]\n> Teksts.", "> [!NOTE]\n> Text."),
    "code-no-break-space": ("```sh\nrun it now\n```", "```sh\nrun it now\n```"),
    "code-key-renamed": ("```yaml\nname: value\n```", "```yaml\nname: value\n```"),
    "code-spans-swallowed": ("Ar `ab` un `cd`.", "With `ab` and `cd`."),
    "tag-escaped": ("Spiediet <kbd>A</kbd>.", "Press <kbd>A</kbd>."),
    "tag-renamed": ("Spiediet <kbd>A</kbd>.", "Press <kbd>A</kbd>."),
    "tag-unclosed": ("Spiediet <kbd>A</kbd>.", "Press <kbd>A</kbd>."),
    "link-closing-quoted": ("Skat. [lapu](a.md).", "See [page](a.md)."),
    "address-swallowed-words": ("https://x.example/a を見る。", "See https://x.example/a now."),
    "footnote-mark-lost": ("Tas ir.[^1]", "It is.[^1]"),
    "task-box-lost": ("- [ ] Pirkt", "- [ ] Buy"),
    "attribute-list-broken": ("# Virsraksts {#a}", "# Title {#a}"),
    "formula-command-changed": ("Ir $\\frac{a}{b}$ šeit.", "It is $\\frac{a}{b}$ here."),
    "diagram-arrow-changed": ("```mermaid\nA --> B\n```", "```mermaid\nA --> B\n```"),
    "link-label-unbracketed": ("Skat. [lapu](https://x.example).", "See [page](https://x.example)."),
    "list-made-paragraphs": ("- viens\n- divi", "- one\n- two"),
    "version-sign-in-words": ("Ar v6.0 tas iet.", "With v6.0 it goes."),
    "currency-behind": ("Tas maksā $15 gadā.", "It costs $15 a year."),
    "percent-in-words": ("Tas ir 10% vairāk.", "It is 10% more."),
    "number-in-ideographs": ("全部で 3 個です。", "There are 3 of them."),
    "unit-spaced": ("Tas ir 10GB liels.", "It is 10GB large."),
    "number-made-code": ("Ports ir 8080 šeit.", "The port is 8080 here."),
    "table-row-shorter": ("| a | b |\n|---|---|\n| c | |", "| a | b |\n|---|---|\n| d | |"),
    "code-laid-out-otherwise": ("```js\nrun(a, b);\n```", "```js\nrun(a, b);\n```"),
    "code-in-jsx-translated": ("```jsx\n<p>Words of this</p>\n```", "```jsx\n<p>Words of this</p>\n```"),
    "plain-text-fence-named": ("```\nOK\n```", "```\nOK\n```"),
    "picture-of-the-locale": ("![a](https://x.example/p/a.png)", "![a](https://x.example/p/a.png)"),
    "dash-in-prose": ("Tas - tas ir tas.", "It is that."),
    "space-before-two-part-signs": ("Vraiment? Oui.", "Really? Yes."),
    "contents-mark-changed": ("[TOC]\n\nTeksts.", "[TOC]\n\nText."),
    "key-renamed": ("Spiediet ++ctrl+c++ tagad.", "Press ++ctrl+c++ now."),
    "icon-renamed": ("Labi :tada: tā.", "Well :tada: done."),
    "wiki-link-lost": ("Skat. [[lapa|šo]] tagad.", "See [[lapa|it]] now."),
    "wiki-link-torn": ("Skat. [[lapa|šo]] tagad.", "See [[lapa|it]] now."),
    "abbreviation-mark-broken": ("HTML.\n\n*[HTML]: Hiperteksts", "HTML.\n\n*[HTML]: Hypertext"),
    "definition-mark-broken": ("Vārds\n: Nozīme", "Word\n: Meaning"),
    "container-renamed": ("::: details\nTeksts.\n:::", "::: details\nText.\n:::"),
    "order-comment-translated": ("Viens.\n\n<!-- more -->\n\nDivi.", "One.\n\n<!-- more -->\n\nTwo."),
    "number-beside-word-changed": ("Abi gaida 15 stundas.", "Both wait 15 hours."),
    "list-glued": ('!!! note ""\n\nŅem:\n\n- šo', '!!! note ""\n\nTake:\n\n- it'),
    "native-digits": ("انتظر 15 دقيقة.", "Wait 15 minutes."),
    "clitic-at-link": ("راجع [دليل](a.md) الآن", "See [it](a.md) now"),
    "clitic-at-label": ("اختر **حفظ** الآن", "Choose **Save** now"),
    "currency-code-behind": ("Tas maksā USD 5,000 gadā.", "It costs USD 5,000 a year."),
    "phrase-said-again": ("Skat. tālāk.\n\nviens\n\nSkatiet tālāk.", "See below.\n\none\n\nSee below."),
    "list-without-blank-line": ("{{< a >}}\n\nŅem:\n\n- šo", "{{< a >}}\n\nTake:\n\n- it"),
}
LOCALES = {
    "link-full-width-parentheses": "ja",
    "address-swallowed-words": "ja",
    "number-in-ideographs": "ja",
    "space-before-two-part-signs": "fr",
    "native-digits": "ar",
    "clitic-at-link": "ar",
    "clitic-at-label": "ar",
}


def site_pairs() -> list[tuple[PagePair, Pair]]:
    found = []
    for site in sorted(SITES.iterdir()):
        corpus = Corpus.at(site)
        found += [(files, pair) for files in corpus.pairs() if (pair := corpus.read(files))]
    return found


PAIRS = site_pairs()


def applied(name: str) -> list[tuple[Pair, Mutation]]:
    pairs = [pair for _, pair in PAIRS]
    if name in SMALL:
        pairs.append(Pair(Page(SMALL[name][0], LOCALES.get(name, "lv")), Page(SMALL[name][1])))
    found = []
    for number, pair in enumerate(pairs):
        mutation = KINDS[name].mutate(pair, Random(f"{name} {number}"))
        if mutation:
            found.append((pair, mutation))
    return found


def test_enough_kinds() -> None:
    harmless = [kind for kind in KINDS.values() if kind.harmless]
    assert len(harmless) >= 15
    assert len(KINDS) - len(harmless) >= 40


@pytest.mark.parametrize(("files", "pair"), PAIRS, ids=[f"{files.target}" for files, _ in PAIRS])
def test_site_pages_are_in_parity(files: PagePair, pair: Pair) -> None:
    assert pair.in_parity, files.target


@pytest.mark.parametrize("name", KINDS)
def test_applies_somewhere(name: str) -> None:
    assert applied(name)


@pytest.mark.parametrize("name", KINDS)
def test_changes_the_page_and_is_repeatable(name: str) -> None:
    again = applied(name)
    for number, (pair, mutation) in enumerate(applied(name)):
        assert mutation.text != pair.target.text
        assert again[number][1] == mutation


@pytest.mark.parametrize("name", KINDS)
def test_names_the_lines_that_changed(name: str) -> None:
    """The first and the last changed line stand within one line of the named places."""
    if name in ("crlf", "byte-order-mark"):
        pytest.skip("no line of text changes")
    for pair, mutation in applied(name):
        before, after = pair.target.lines, mutation.text.split("\n")
        head = 0
        while head < min(len(before), len(after)) and before[head] == after[head]:
            head += 1
        assert mutation.distance(head + 1) <= 1, (name, head + 1, mutation.places)
        for first, last in mutation.places:
            assert 1 <= first <= last <= len(after) + 1


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if not kind.harmless])
def test_is_claimed_by_known_subjects(name: str) -> None:
    assert KINDS[name].fits <= set(SUBJECTS)


@pytest.mark.parametrize("name", KINDS)
def test_names_the_source_block(name: str) -> None:
    """Where a source place is given, it lies in the source page."""
    for pair, mutation in applied(name):
        if mutation.source:
            first, last = mutation.source
            assert 1 <= first <= last <= len(pair.source.lines)


def mutated(name: str, target: str, source: str, locale: str = "lv") -> Mutation:
    mutation = KINDS[name].mutate(Pair(Page(target, locale), Page(source)), Random(0))
    assert mutation is not None
    return mutation


def test_a_deleted_step_leaves_a_gap() -> None:
    mutation = mutated("step-deleted", "1. viens\n2. divi\n\nbeigas", "1. one\n2. two\n\nend")
    assert mutation.text in ("2. divi\n\nbeigas", "1. viens\n\nbeigas")


def test_a_merged_step_keeps_both_texts() -> None:
    mutation = mutated("steps-merged", "1. Viens.\n2. Divi.", "1. One.\n2. Two.")
    assert mutation.text == "1. Viens. Divi."


def test_swapped_steps_need_a_proof() -> None:
    plain = Pair(Page("1. viens\n2. divi", "lv"), Page("1. one\n2. two"))
    assert KINDS["steps-swapped"].mutate(plain, Random(0)) is None
    proven = mutated("steps-swapped", "1. ar `a`\n2. ar `b`", "1. with `a`\n2. with `b`")
    assert proven.text == "1. ar `b`\n2. ar `a`"


def test_a_page_cut_short_ends_where_the_damage_is() -> None:
    target = "\n\n".join(f"Rinda {n} šeit." for n in range(10))
    source = "\n\n".join(f"Line {n} here." for n in range(10))
    mutation = mutated("page-cut-short", target, source)
    lines = mutation.text.rstrip("\n").split("\n")
    assert mutation.places == ((len(lines), len(lines) + 1),)
    assert target.startswith(mutation.text.rstrip("\n"))


def test_nothing_is_planted_in_code() -> None:
    target, source = "```\n**a** [b](c) 42\n```", "```\n**a** [b](c) 42\n```"
    pair = Pair(Page(target, "lv"), Page(source))
    for name in ("label-dropped-in-prose", "link-lost", "number-digit-changed", "homoglyph", "bold-escaped"):
        assert KINDS[name].mutate(pair, Random(0)) is None


def test_a_url_keeps_its_target_when_its_text_swallows_the_full_stop() -> None:
    mutation = mutated("link-text-swallowed-punctuation", "Skat. [lapu](a.md).", "See [page](a.md).")
    assert mutation.text == "Skat. [lapu.](a.md)"


def test_the_locale_decides_the_quotes() -> None:
    mutation = mutated("quotes-of-the-locale", *SMALL["quotes-of-the-locale"])
    assert mutation.text == "Atveriet „Citas lapas” tagad."

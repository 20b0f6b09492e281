"""What the program itself can do about a finding of each rule, and how safe that is: a part of the rule's reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Made(NamedTuple):
    """What the program itself can do about a finding: safely, and only when asked for unsafe fixes. Empty: nothing."""

    safe: str = ""
    unsafe: str = ""


_PUT_IN = "Puts in {what} in the source's words, where it should stand; it is then told as not translated."
_DELETES = "Deletes {what}."

MADE: Mapping[str, Made] = {
    "page-fenced": Made("Deletes the lines of the fence, where the page inside is the translation of the source."),
    "step-missing": Made(unsafe=_PUT_IN.format(what="the step") + " Steps that count on are numbered anew."),
    "step-extra": Made(unsafe="Deletes the step, and numbers those behind it anew."),
    "step-order": Made(unsafe="Puts the steps of the list in the order of the source."),
    "list-item-missing": Made(unsafe=_PUT_IN.format(what="the item")),
    "list-item-extra": Made(unsafe=_DELETES.format(what="the item")),
    "list-nesting": Made(unsafe="Indents the items of the list, with what stands below them, as deep as in the source."),
    "list-kind": Made(unsafe="Writes the source's kind of marker before every item of the list."),
    "list-lost": Made(unsafe="Writes the source's marker before the items of the list that have none."),
    "list-accidental": Made("Puts the backslash in; what is read stays the same."),
    "list-added": Made(unsafe="Takes the marker away."),
    "heading-missing": Made(unsafe=_PUT_IN.format(what="the heading, or the section,")),
    "heading-level": Made("Writes as many `#` as the source; a heading that is underlined is left."),
    "heading-lost": Made(unsafe="Puts the space back, or the `#` before the line, instead of `**` around it."),
    "heading-added": Made(unsafe="Takes the `#` away."),
    "block-missing": Made(unsafe=_PUT_IN.format(what="the block")),
    "block-extra": Made(unsafe=_DELETES.format(what="the block") + " Not where the page lacks one, too: it may have moved."),
    "block-duplicated": Made(unsafe="Deletes the second."),
    "link-target": Made(
        "Copies the source's address, where the two differ by a slip and name neither a locale nor a fragment.",
        "Copies the source's address.",
    ),
    "link-missing": Made(unsafe="Links the words again, where they stand unlinked as in the source, once in the block."),
    "link-extra": Made(unsafe="Keeps the words without the link; of a link written twice in a row, deletes the second."),
    "link-syntax": Made("Deletes the space between the brackets."),
    "link-swapped": Made(unsafe="Exchanges the two addresses."),
    "link-locale": Made(unsafe="Names the page's own locale as its other links do, or none where the source names none."),
    "link-text-glued": Made(unsafe="Puts a space in."),
    "link-text-misplaced": Made(unsafe="Links the words that are named instead, where nothing in them is marked."),
    "link-text-punctuation": Made("Moves the punctuation out of the brackets; what is read stays the same."),
    "image-missing": Made(unsafe=_PUT_IN.format(what="the picture, where it stood by itself,")),
    "image-source": Made(
        "Copies the source's file name, where the two differ by a slip.",
        "Copies the source's file name, or its address on another site.",
    ),
    "image-link": Made("Puts the `!` before the bracket."),
    "image-extra": Made(unsafe=_DELETES.format(what="the picture, where it stands by itself")),
    "code-block": Made(
        "Copies the lines of the source that differ only by the quotes, dashes and blanks of a word processor.",
        "Copies the lines of the source that are other code; comments that were translated stay.",
    ),
    "code-missing": Made(unsafe="Puts fences around the source's code where it stands as text, or puts the block in."),
    "code-extra": Made(unsafe=_DELETES.format(what="the block")),
    "code-language": Made("Copies the word behind the fence, where the code is the source's."),
    "code-fence": Made(
        "Closes the fence after as many lines as in the source, where these are the source's and a blank line follows.",
        "Closes the fence after as many lines as in the source.",
    ),
    "code-span": Made(
        "Puts backticks around the code where it stands without them, once in the block; copies the source's code where "
        "only the signs of a word processor differ.",
        "Copies the source's code; puts backticks around code instead of quotation marks.",
    ),
    "label-missing": Made(unsafe="Sets the label in bold, where it stands in the source's words or as elsewhere on the page."),
    "label-glued": Made(unsafe="Puts a space in."),
    "emphasis-unclosed": Made(
        "Takes away the space inside the marker, where as much is then bold as in the source.",
        "Takes away the space inside the marker; writes `*` and `_` for signs that look like them.",
    ),
    "callout-type": Made("Copies the source's type."),
    "callout-keyword": Made("Copies the source's keyword."),
    "callout-missing": Made(
        "Takes away the backslash or the backticks that make the marker text; copies the source's type for the one name "
        "that no callout has.",
        "Copies the line that opens the callout, or the whole callout, from the source.",
    ),
    "callout-extra": Made(unsafe=_DELETES.format(what="a callout that the source lacks as a whole")),
    "table-row-missing": Made(unsafe=_PUT_IN.format(what="the row")),
    "table-row-extra": Made(unsafe=_DELETES.format(what="the row")),
    "anchor-missing": Made("Puts the source's id behind the heading, or its empty element at the same end of the block."),
    "anchor-changed": Made(
        "Copies the source's id, where nothing on the site leads to this one.",
        "Copies the source's id, though the page itself leads to this one.",
    ),
    "link-dead": Made(
        "Copies what the source's page names in the same place, where that is there and differs by a slip.",
        "Copies what the source's page names in the same place, or names the nearest.",
    ),
    "link-case": Made("Writes the name as the file has it."),
    "link-outside": Made(unsafe="Writes what the finding names."),
    "link-absolute": Made(unsafe="Writes what the finding names."),
    "image-dead": Made(
        "Copies what the source's page names in the same place, where that is there and differs by a slip.",
        "Copies what the source's page names in the same place, or names the nearest.",
    ),
    "link-locale-better": Made(
        "Writes what the finding names, where the source's page leads to the same page in its own language.",
        "Writes what the finding names.",
    ),
    "link-locale-own": Made("Writes the path that the finding names; it leads to the same file."),
    "anchor-dead": Made(unsafe="Writes the nearest id."),
    "anchor-translated": Made("Writes the id that the translated heading has."),
    "snippet-dead": Made(
        "Copies what the source's page names in the same place, where that is there and differs by a slip.",
        "Copies what the source's page names in the same place.",
    ),
    "reference-undefined": Made(
        "Writes the one label that is defined and not used, where the two are alike.",
        "Writes the one label that is defined and not used.",
    ),
    "reference-unused": Made(unsafe=_DELETES.format(what="the definition")),
    "reference-duplicate": Made("Deletes the second, where it says the same, word for word."),
    "footnote-undefined": Made(
        "Writes the one label that is defined and not used, where the two are alike.",
        "Writes the one label that is defined and not used.",
    ),
    "directive-missing": Made(unsafe=_PUT_IN.format(what="it, where it stood by itself,")),
    "directive-changed": Made(
        "Copies its name, its type and what differs by a slip; words that were translated stay.",
        "Copies what a program reads, such as another film or file; words that were translated stay.",
    ),
    "directive-unknown": Made(
        "Writes the mark that the source's callout has in place of what opens none.",
        "Puts the line in that begins the callout in the source.",
    ),
    "directive-extra": Made(unsafe=_DELETES.format(what="it, if it stands alone and neither opens nor closes anything")),
    "directive-placeholder": Made("Copies the placeholder for the only one that could stand instead of it."),
    "tag-changed": Made("Copies the name of the component."),
    "marker-changed": Made(unsafe="Copies the marker from the source."),
    "literal-changed": Made(
        "Copies it, where only the signs of a word processor or of a full-width keyboard differ.",
        "Copies it, where it stands in another case, or one word of the block is much like it.",
    ),
    "literal-name": Made(unsafe="Writes the name as the source does."),
    "metadata-duplicate": Made("Deletes the second, where it says the same."),
    "metadata-missing": Made("Copies the key with its value, where no person reads that."),
    "metadata-key": Made("Copies the source's key."),
    "metadata-changed": Made("Copies the source's value."),
    "metadata-locale": Made(
        "Writes the locale of the folder.", "Writes the language of the folder, where the value names a region."
    ),
    "text-script": Made(
        "Writes the word in one alphabet, where it stands so elsewhere on the page.", "Writes the word in one alphabet."
    ),
    "text-mojibake": Made("Undoes the wrong decoding, where that can be undone byte for byte."),
    "text-control": Made(
        "Deletes the character.", "Deletes a sign that may join letters or set the direction they are read in."
    ),
    "text-entity": Made("Writes the reference of the source."),
    "ignore-unused": Made("Deletes the comment, with its line if nothing else stands there."),
}  # fmt: skip

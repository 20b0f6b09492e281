"""The card: why a reader may trust the page, told from the front matter and the check."""

import re

import pytest
from playwright.sync_api import Browser
from tests.browser.visit import DOCS, PAGES, TARGETS, Visit, path_of, unfold

HANDED_OFF = {  # 04/06/2020 in the front matter: the sixth of April
    "lv": "2020. gada 6. aprīlis",
    "bg": "6 април 2020 г.",
    "sv": "6 april 2020",
    "sl": "6. april 2020",
    "ro": "6 aprilie 2020",
}
HOW = {
    "lv": ("Cilvēka tulkojums", "Mašīntulkojums, ko vēl nav pārbaudījis neviens, kam šī valoda ir dzimtā"),
    "bg": ("Превод от човек", "Машинен превод, който още не е проверен от човек, за когото езикът е роден"),
    "sv": ("Översatt av människor", "Maskinöversatt, ännu inte granskad av någon med språket som modersmål"),
    "sl": ("Človeški prevod", "Strojni prevod, ki ga še ni pregledal nihče, ki mu je ta jezik materni"),
    "ro": ("Traducere umană", "Traducere automată, încă neverificată de un vorbitor nativ"),
}
IN_STEP = {
    "lv": "Atbilst pašreizējam oriģinālam",
    "bg": "Отговаря на сегашния оригинал",
    "sv": "Motsvarar det nuvarande originalet",
    "sl": "Ustreza sedanjemu izvirniku",
    "ro": "Corespunde originalului actual",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("locale", TARGETS)
def test_the_card_tells_what_the_front_matter_and_the_check_say(
    browser: Browser, site_url: str, locale: str, page: str
) -> None:
    front = (DOCS / locale / page).read_text("utf-8").split("\n---\n")[0]
    kind = re.search(r"^ms\.translationtype: (HT|MT)$", front, re.M)
    recorded = re.search(r"^source_hash: ([0-9a-f]{64})$", front, re.M)
    assert kind is not None
    assert recorded is not None
    with Visit(browser, site_url + path_of(locale, page)) as visit:
        card = visit.page.locator(".facing-card")
        summary = card.locator("summary")
        how = HOW[locale][kind.group(1) == "MT"]
        assert [span.inner_text() for span in summary.locator("span").all()][:2] == [how, IN_STEP[locale]]
        assert not card.locator("dl").is_visible()
        unfold(summary)
        rows = card.locator("dl > div").all()
        values = [" ".join(row.locator("dd").inner_text().split()) for row in rows]
        assert values[0] == how
        assert recorded.group(1)[:7] not in " ".join(values), "a hash is nothing for readers"
        assert IN_STEP[locale] in values
        source = card.locator("a[hreflang=en][lang=en]").first
        assert source.evaluate("a => a.href") == site_url + path_of("en", page)
        assert card.locator("a[href$='localizers/status/']").count() == 0  # what the check found is for localizers
        if "ms.lasthandoff" in front:
            assert HANDED_OFF[locale] in values

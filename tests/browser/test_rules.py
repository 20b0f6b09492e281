"""The reference of the rules: its index is filtered, and addresses of the time of one page lead to the rule."""

from playwright.sync_api import Browser
from tests.browser.visit import Visit, follow, path_of

INDEX = "localizers/rules.md"


def test_the_index_shows_the_rules_that_hold_all_words(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("en", INDEX)) as visit:
        shown = visit.page.locator("article tbody tr:visible")
        whole = shown.count()
        assert whole > 100
        visit.page.get_by_label("Show rules with").fill("error Link missing")
        assert all("link" in row.lower() for row in shown.all_inner_texts())
        assert "link-missing" in "".join(shown.all_inner_texts())
        assert 0 < shown.count() < 10
        assert visit.page.locator("article [role=status]").inner_text() == f"Rules: {shown.count()}"
        assert visit.page.locator("article h2:visible").count() == visit.page.locator("article table:visible").count()
        visit.page.get_by_label("Show rules with").fill("")
        assert shown.count() == whole


def test_an_address_of_a_rule_on_the_index_leads_to_its_page(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("en", INDEX) + "#link-target") as visit:
        visit.page.wait_for_url("**/localizers/rules/links/#link-target")
        visit.page.goto(site_url + path_of("en", INDEX) + "#subject-step")
        visit.page.wait_for_url("**/localizers/rules/steps/#step-missing")


def test_without_scripts_the_index_is_a_list_of_links(browser: Browser, site_url: str) -> None:
    with Visit(browser, site_url + path_of("en", INDEX), scripts=False) as visit:
        assert not visit.page.get_by_label("Show rules with").is_visible()
        follow(visit.page.locator("a#number-date"), "**/localizers/rules/numbers/#number-date")

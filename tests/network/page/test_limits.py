"""The page in a real browser: hostile text, no script, no WebGL, too many actors or none."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from kg.network import page, write_network
from kg.network.build import Row, Select
from tests.network.page.visit import CHROMIUM, FLAGS, NEEDS_BROWSER, Visit

ATTACK = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>'
pytestmark = NEEDS_BROWSER


def test_hostile_names_and_sentences_are_inert(browser: Browser, toy: Select, tmp_path: Path) -> None:
    def hostile(query: str) -> list[Row]:
        texts = ("label", "sentence", "title", "speaker", "kindLabel", "classLabel")
        return [
            {**row, **{k: ATTACK for k in texts if k in row}, "url": "javascript:window.hacked=1"}
            for row in toy(query)
        ]

    write_network(hostile, tmp_path / "network.html", title=ATTACK)
    visit = Visit(browser, tmp_path / "network.html")
    visit.page.locator("#panel button.tie").first.click()
    assert ATTACK in visit.panel()
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("#panel a, #panel img").count() == 0
    assert (visit.errors, len(visit.requests)) == ([], 1)


def test_without_script_a_still_picture_is_shown(browser: Browser, toy: Select, tmp_path: Path) -> None:
    write_network(toy, tmp_path / "network.html")
    visit = Visit(browser, tmp_path / "network.html", script=False)
    assert "Hill Front" in visit.page.inner_text("#picture")
    assert visit.page.locator("#picture svg").is_visible()


def test_without_webgl_the_picture_stays_and_search_works(
    playwright: Playwright, toy: Select, tmp_path: Path
) -> None:
    write_network(toy, tmp_path / "network.html")
    blind = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS, "--disable-3d-apis"])
    visit = Visit(blind, tmp_path / "network.html")
    visit.page.fill("#search", "boria")
    visit.page.keyboard.press("Enter")
    assert "Aria shelled Boria on Monday" in visit.panel()
    assert "lacks WebGL" in visit.page.inner_text("#legend")
    assert visit.page.locator("#picture svg").is_visible()
    blind.close()


def test_the_page_says_what_the_cap_leaves_out(
    browser: Browser, toy: Select, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE_LIMIT", 3)
    write_network(toy, tmp_path / "network.html")
    visit = Visit(browser, tmp_path / "network.html")
    assert "2 actors and 5 ties are left out" in visit.page.inner_text("#legend")


def test_an_empty_network_says_so(browser: Browser, tmp_path: Path) -> None:
    write_network(lambda _: [], tmp_path / "network.html")
    visit = Visit(browser, tmp_path / "network.html")
    assert "No actors" in visit.page.inner_text("#notice")
    assert visit.errors == []

"""The page in a real browser: what can be hidden, shown and reached by keyboard."""

import pytest

from tests.network.page.visit import EDGE, NEEDS_BROWSER, Visit

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize(
    ("family", "ties"), [("ConflictEvent", 6), ("VerbalEvent", 6), ("Relation", 6), ("Attribution", 3)]
)
def test_a_family_can_be_hidden(visit: Visit, family: str, ties: int) -> None:
    visit.page.locator(f"[data-family={family}] > label input").click()
    assert visit.counts()[1] == ties


def test_a_kind_can_be_hidden(visit: Visit) -> None:
    family = visit.page.locator("[data-family=ConflictEvent]")
    family.locator("summary").click()
    family.locator("label", has_text="attack").locator("input").click()
    visit.click_drawing(EDGE)
    assert "1 event" in visit.panel()


@pytest.mark.parametrize(
    ("status", "ties"), [("denied", 8), ("threatened", 8), ("negated", 8), ("actual", 0)]
)
def test_a_status_can_be_shown_or_hidden(visit: Visit, status: str, ties: int) -> None:
    visit.page.locator(f"[data-status={status}] input").click()
    assert visit.counts()[1] == ties


def test_dates_narrow_the_ties(visit: Visit) -> None:
    visit.page.uncheck("#undated")
    assert visit.counts()[1] == 3
    visit.page.fill("#from", "2021-04-01")
    visit.page.dispatch_event("#from", "change")
    assert visit.counts()[1] == 1


def test_weak_ties_can_be_hidden(visit: Visit) -> None:
    visit.page.fill("#weight", "2")
    assert visit.counts()[1] == 1


def test_the_first_view_comes_back(visit: Visit) -> None:
    visit.page.fill("#weight", "2")
    visit.page.locator("[data-status=denied] input").click()
    visit.page.click("button[type=reset]")
    visit.page.wait_for_function("kgNetwork.state.weight === 1")
    assert visit.counts() == (5, 7)


def test_the_whole_page_can_be_used_by_keyboard(visit: Visit) -> None:
    visit.page.locator("#panel button.tie").first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator("#panel button.tie").first.focus()
    visit.page.keyboard.press("Enter")
    assert "Aria → Boria" in visit.panel()
    visit.page.keyboard.press("Escape")
    assert "Who is tied most" in visit.panel()

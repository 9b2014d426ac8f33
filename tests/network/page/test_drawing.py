"""The page in a real browser: the drawing, search, and what a click shows."""

from tests.network.page.visit import EDGE, NEEDS_BROWSER, NODE, Visit

pytestmark = NEEDS_BROWSER


def test_the_page_is_quiet_and_fetches_nothing(visit: Visit) -> None:
    visit.page.click("text=community")
    assert (visit.errors, len(visit.requests)) == ([], 1)


def test_the_drawing_takes_the_place_of_the_picture(visit: Visit) -> None:
    assert visit.page.locator("#drawing canvas").count() > 0
    assert visit.page.locator("#picture").is_hidden()


def test_only_facts_are_shown_at_first(visit: Visit) -> None:
    assert visit.counts() == (5, 7)


def test_search_finds_an_actor(visit: Visit) -> None:
    visit.page.fill("#search", "hill")
    visit.page.keyboard.press("Enter")
    assert "Hill Front" in visit.panel()
    assert "armed group" in visit.panel()


def test_search_says_when_nobody_is_found(visit: Visit) -> None:
    visit.page.fill("#search", "zzz")
    assert "No actor of that name" in visit.page.inner_text("#suggestions")


def test_clicking_an_actor_shows_its_ties_and_sentences(visit: Visit) -> None:
    visit.click_drawing(NODE)
    visit.page.wait_for_selector("#panel h2:text-is('Boria')")
    assert "← Aria" in visit.panel()
    assert "Aria shelled Boria on Monday, the Daily Wire reported." in visit.panel()


def test_clicking_a_line_shows_its_sentences_and_who_says_so(visit: Visit) -> None:
    visit.click_drawing(EDGE)
    visit.page.wait_for_selector("#panel h2:text-is('Aria → Boria')")
    for part in (
        "conflict, reported as fact, 2 events",
        "2021-03-01",
        "says Daily Wire",
        "Shells fall on Boria",
    ):
        assert part in visit.panel()


def test_pointing_at_a_line_tells_what_it_stands_for(visit: Visit) -> None:
    visit.page.mouse.move(*visit.find(EDGE))
    visit.page.wait_for_selector("#tip:has-text('Aria → Boria')")
    assert "reported as fact" in visit.page.inner_text("#tip")
    visit.page.mouse.move(5, 5)
    visit.page.wait_for_selector("#tip", state="hidden")


def test_every_name_of_a_small_network_stands_in_the_drawing(visit: Visit) -> None:
    names = visit.page.evaluate("kgNetwork.names().map(([node]) => node.label)")
    assert sorted(names) == sorted(visit.page.evaluate("kgNetwork.nodes.filter((n) => n.shown).map((n) => n.label)"))


def test_no_name_hides_another(visit: Visit) -> None:
    hidden = """(() => { const boxes = kgNetwork.names().map(([, box]) => box);
      return boxes.some((a) => boxes.some((b) => a !== b && covers(a, b))); })()"""
    assert not visit.page.evaluate(hidden)

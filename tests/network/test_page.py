"""The page in a real browser, opened from disk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from kg.network import page, write_network
from kg.network.build import Row, Select

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ATTACK = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs {CHROMIUM}: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
    yield browser
    browser.close()


class Visit:
    """A page that is open, and what it complained of and asked for."""

    def __init__(self, browser: Browser, path: Path, script: bool = True) -> None:
        self.page: Page = browser.new_page(
            viewport={"width": 1300, "height": 850}, java_script_enabled=script
        )
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on(
            "console", lambda message: self.errors.append(message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    def counts(self) -> tuple[int, int]:
        """How many actors and ties the head line says are shown."""
        actors, ties = re.findall(r"(\d+) (?:actor|tie)", self.page.inner_text("#counts"))
        return int(actors), int(ties)

    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def click_drawing(self, script: str) -> None:
        """Click where the script says, in points of the drawing."""
        self.page.mouse.click(*self.find(script))

    def find(self, script: str) -> tuple[float, float]:
        """Where on the screen the point of the drawing is that the script says."""
        box = self.page.locator("#drawing").bounding_box()
        x, y = self.page.evaluate(script)
        assert box is not None
        return box["x"] + x, box["y"] + y


@pytest.fixture
def visit(browser: Browser, toy: Select, tmp_path: Path) -> Iterator[Visit]:
    write_network(toy, tmp_path / "network.html", title="Aria and Boria")
    visit = Visit(browser, tmp_path / "network.html")
    yield visit
    visit.page.close()


NODE = """(() => { const { nodes, renderer } = kgNetwork;
  const node = nodes.find((each) => each.label === "Boria");
  const { x, y } = renderer.graphToViewport(node); return [x, y]; })()"""
EDGE = """(() => { const { edges, renderer } = kgNetwork;
  const isIt = (each) => each.shown && each.source.label === "Aria" && each.target.label === "Boria";
  const edge = edges.find(isIt), c = edge.curvature;
  const [a, b] = [edge.source, edge.target].map((node) => renderer.graphToViewport(node));
  return [(a.x + b.x) / 2 + (b.y - a.y) * c / 2, (a.y + b.y) / 2 - (b.x - a.x) * c / 2]; })()"""


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

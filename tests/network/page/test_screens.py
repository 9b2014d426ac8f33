"""The page on screens of several sizes: the strongest are named, the buttons are free, nothing is too wide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.network import write_network
from tests.network.conftest import oxigraph_select
from tests.network.page.visit import NEEDS_BROWSER, Visit

pytestmark = NEEDS_BROWSER
SCREENS = [(1440, 900), (1024, 768), (800, 600), (390, 844)]
CHIEF, MANY = "High Council of the Northern Provinces", 60
BUTTONS = """(() => { const { left, bottom } = findButtons();
  return kgNetwork.names().some(([, box]) => box.right > left && box.top < bottom); })()"""


def write_crowd() -> str:
    """One actor that many attacked, as TriG."""
    lines = [
        "ckg:ConflictEvent rdfs:subClassOf ckg:Event . ckg:Attack rdfs:subClassOf ckg:ConflictEvent .",
        "<x:doc#s> oa:hasSource <x:doc> ; oa:hasSelector <x:doc#q> . <x:doc#q> oa:exact 'They attacked it.' .",
        f'<x:actor/chief> a ckg:Organization ; rdfs:label "{CHIEF}" .',
    ]
    for number in range(MANY):
        lines += [
            f'<x:actor/f{number}> a ckg:Person ; rdfs:label "Fighter Number {number}" .',
            f"<x:doc#{number}> a ckg:Attack ; ckg:agent <x:actor/f{number}> ;",
            '  ckg:patient <x:actor/chief> ; ckg:polarity "positive" ; ckg:modality "actual" ;',
            "  prov:wasDerivedFrom <x:doc#s> .",
        ]
    prefixes = (
        "@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .\n"
        "@prefix oa: <http://www.w3.org/ns/oa#> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    return prefixes + "\n".join(lines)


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}x{screen[1]}")
def crowd(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """The page of a crowded network on a screen of some size."""
    write_network(oxigraph_select(write_crowd()), tmp_path / "network.html")
    visit = Visit(browser, tmp_path / "network.html")
    visit.page.set_viewport_size({"width": request.param[0], "height": request.param[1]})
    visit.page.reload()
    yield visit
    visit.page.close()


def test_the_strongest_actor_is_named(crowd: Visit) -> None:
    assert CHIEF in crowd.page.evaluate("kgNetwork.names().map(([node]) => node.label)")


def test_no_name_stands_under_the_buttons(crowd: Visit) -> None:
    assert not crowd.page.evaluate(BUTTONS)


def test_nothing_is_wider_than_the_screen(crowd: Visit) -> None:
    assert crowd.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_drawing_that_shrinks_makes_its_dots_smaller(crowd: Visit) -> None:
    size = "kgNetwork.renderer.getNodeDisplayData(0).size"
    crowd.page.set_viewport_size({"width": 1900, "height": 1200})
    crowd.page.wait_for_timeout(300)
    wide = crowd.page.evaluate(size)
    crowd.page.set_viewport_size({"width": 390, "height": 700})
    crowd.page.wait_for_timeout(300)
    assert crowd.page.evaluate(size) < wide

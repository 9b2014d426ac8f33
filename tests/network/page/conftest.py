"""A real browser, and a visit to the page of the toy graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from kg.network import write_network
from kg.network.build import Select
from tests.network.page.visit import CHROMIUM, FLAGS, Visit


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def visit(browser: Browser, toy: Select, tmp_path: Path) -> Iterator[Visit]:
    write_network(toy, tmp_path / "network.html", title="Aria and Boria")
    visit = Visit(browser, tmp_path / "network.html")
    yield visit
    visit.page.close()

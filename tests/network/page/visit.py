"""A page that is open in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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
NEEDS_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs {CHROMIUM}: apt-get install chromium"),
]


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


NODE = """(() => { const { nodes, renderer } = kgNetwork;
  const node = nodes.find((each) => each.label === "Boria");
  const { x, y } = renderer.graphToViewport(node); return [x, y]; })()"""
EDGE = """(() => { const { edges, renderer } = kgNetwork;
  const isIt = (each) => each.shown && each.source.label === "Aria" && each.target.label === "Boria";
  const edge = edges.find(isIt), c = edge.curvature;
  const [a, b] = [edge.source, edge.target].map((node) => renderer.graphToViewport(node));
  return [(a.x + b.x) / 2 + (b.y - a.y) * c / 2, (a.y + b.y) / 2 - (b.x - a.x) * c / 2]; })()"""

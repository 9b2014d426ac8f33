"""The network as a picture for print: PNG or SVG, the same bytes for the same network."""

from collections.abc import Sequence
from io import BytesIO
from math import log2, sqrt
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from kg.network.build import Network
from kg.network.choose import PICTURE_LIMIT, cap_network, keep_facts, parallel_places
from kg.network.exports import clean
from kg.network.labels import Box, Disc, Point, place_labels
from kg.network.layout import Place, place_actors
from kg.network.looks import Look, load_looks
from kg.network.measures import ActorMeasures

ALL_NAMED = 60  # up to this many actors, every name is drawn, even over something else
UNITS = ((20, 80), (ALL_NAMED, 50), (PICTURE_LIMIT, 40))  # up to so many actors: points between two
LONE_LIMIT = 100  # above this many actors, those without a tie are not drawn
INK, MUTED, PAPER = "#22262b", "#6b7178", "#ffffff"
STYLE: dict[Any, Any] = {
    "svg.hashsalt": "kg",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "text.parse_math": False,
}
POINTS = 72  # an inch
MARGIN = 12
TRACED = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def draw_network(network: Network, measures: Sequence[ActorMeasures], title: str, suffix: str) -> bytes:
    """The bytes of a PNG or SVG of the ties reported as fact among the actors with most events."""
    shown = keep_facts(cap_network(network, measures, PICTURE_LIMIT), keep_lone=len(network) <= LONE_LIMIT)
    with mpl.rc_context(STYLE):
        figure, axes = make_canvas(shown, place_actors(shown))
        if shown:
            draw_ties(axes, shown)
            boxes = draw_actors(axes, shown, {row.actor: row.weighted_degree for row in measures})
            make_room(figure, axes, boxes)
        draw_legend(axes, shown, title, note_omissions(network, shown))
        return to_bytes(figure, suffix)


def make_canvas(network: Network, places: dict[str, Place]) -> tuple[Figure, Axes]:
    """A sheet as large as the network needs, one unit of the axes being one point; places go to the nodes."""
    unit = next(points for size, points in UNITS if len(network) <= size)
    spots = list(places.values()) or [(0.0, 0.0)]
    (left, right), (bottom, top) = [(min(along), max(along)) for along in zip(*spots, strict=True)]
    width, height = max(560, (right - left) * unit), max(260, (top - bottom) * unit)
    for node, (x, y) in places.items():
        across, up = (x - (left + right) / 2) * unit, (y - (bottom + top) / 2) * unit
        network.nodes[node]["spot"] = (width / 2 + across, height / 2 + up)
    figure = Figure(figsize=((width + 240) / POINTS, (height + 230) / POINTS), facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(-120, width + 120), ylim=(-150, height + 80))
    axes.set_axis_off()
    return figure, axes


def make_room(figure: Figure, axes: Axes, boxes: Sequence[Box]) -> None:
    """Widen the sheet where a name would leave it."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    left = min(left, *(box.left - MARGIN for box in boxes))
    right = max(right, *(box.right + MARGIN for box in boxes))
    axes.set_xlim(left, right)
    figure.set_size_inches((right - left) / POINTS, (top - bottom) / POINTS)


def find_bends(network: Network) -> dict[tuple[str, str, str], float]:
    """How far each tie bows to its side, as a share of its length."""
    return {tie: 0.12 + 0.16 * place for tie, place in parallel_places(network).items()}


def trace_ties(network: Network) -> list[Point]:
    """Some points of every tie, so that names keep off it."""
    points = list[Point]()
    for (source, target, _), bend in find_bends(network).items():
        (x, y), (right, up) = network.nodes[source]["spot"], network.nodes[target]["spot"]
        for t in TRACED:
            bow = 2 * t * (1 - t) * bend
            points.append((x + t * (right - x) + bow * (up - y), y + t * (up - y) - bow * (right - x)))
    return points


def draw_ties(axes: Axes, network: Network) -> None:
    """Every tie as a curve, with an arrow head unless it is reciprocal."""
    looks, bends = load_looks(), find_bends(network)
    for source, target, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        width = 0.9 + 0.7 * log2(data["weight"]) if looks.is_measured(data["family"], data["status"]) else 0.7
        axes.add_patch(
            FancyArrowPatch(
                network.nodes[source]["spot"],
                network.nodes[target]["spot"],
                arrowstyle="-" if data["reciprocal"] else "-|>,head_length=4,head_width=2",
                connectionstyle=f"arc3,rad={bends[source, target, key]:.3f}",
                shrinkA=8,
                shrinkB=9,
                mutation_scale=1.2,
                alpha=0.8,
                zorder=1,
                color=looks.colour("families", data["family"]),
                linewidth=width,
            )
        )


def draw_actors(axes: Axes, network: Network, weights: dict[str, int]) -> list[Box]:
    """Every actor as a disc that grows with its events, with its name where there is room; the names' boxes."""
    looks = load_looks()
    order = sorted(network, key=lambda node: (-weights[node], node))
    discs = [to_disc(network, node, weights[node]) for node in order]
    for node, disc in zip(order, discs, strict=True):
        colour = looks.colour("groups", network.nodes[node]["group"])
        area = (2 * disc.radius) ** 2
        axes.scatter(disc.x, disc.y, s=area, color=colour, edgecolors=PAPER, linewidths=1.2, zorder=2)
    boxes = place_labels(discs, trace_ties(network), need_all=len(discs) <= ALL_NAMED)
    for disc, box in zip(discs, boxes, strict=True):
        if box:
            side = box.side(disc)
            at = {"left": box.left, "right": box.right, "center": (box.left + box.right) / 2}[side]
            place = at, (box.bottom + box.top) / 2
            text = axes.text(*place, disc.text, size=disc.size, color=INK, ha=side, va="center")
            text.set_bbox({"facecolor": PAPER, "alpha": 0.7, "edgecolor": "none", "pad": 0.6})
    return [box for box in boxes if box]


def to_disc(network: Network, node: str, weight: int) -> Disc:
    """The actor as it is drawn."""
    x, y = network.nodes[node]["spot"]
    radius, letters = 4.5 + min(9.0, 1.4 * sqrt(weight)), 8.5 + min(3.5, sqrt(weight) / 2)
    return Disc(x, y, radius, clean(network.nodes[node]["label"]), letters)


def draw_legend(axes: Axes, network: Network, title: str, note: str) -> None:
    """The title above; what the colours, the width and the omissions mean below."""
    looks = load_looks()
    used = {data["group"] for _, data in network.nodes(data=True)}
    used |= {data["family"] for *_, data in network.edges(data=True)}
    marks = [key_mark(look, line=False) for look in looks.groups if look.id in used]
    marks += [key_mark(look, line=True) for look in looks.families if look.id in used]
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    axes.text(left + 24, top - 24, clean(title), size=15, weight="bold", color=INK, va="top")
    axes.text(left + 24, bottom + 14, note, size=8, color=MUTED, va="bottom")
    if marks:
        columns = max(1, int((right - left) // 150))
        axes.legend(
            handles=marks,
            loc="lower left",
            ncols=columns,
            fontsize=8,
            frameon=False,
            borderaxespad=3.5,
            labelcolor=INK,
        )


def key_mark(look: Look, *, line: bool) -> Line2D:
    """One entry of the legend."""
    if line:
        return Line2D([], [], color=look.colour, linewidth=2, label=look.label)
    return Line2D([], [], color=look.colour, marker="o", linestyle="", markersize=7, label=look.label)


def note_omissions(network: Network, shown: Network) -> str:
    """One or two sentences: what the width counts and what is not drawn."""
    actors, ties = len(network) - len(shown), network.number_of_edges() - shown.number_of_edges()
    if not shown:
        return "No tie between two named actors was reported as fact."
    left_out = f"Not drawn: {actors} actors and {ties} ties (planned, denied, doubtful or beyond the cap)."
    return "Width: number of distinct events." + (f" {left_out}" if actors or ties else "")


def to_bytes(figure: Figure, suffix: str) -> bytes:
    """The picture without dates or names of programs in it."""
    out = BytesIO()
    metadata = {"Software": None} if suffix == "png" else {"Date": None, "Creator": None}
    figure.savefig(out, format=suffix, dpi=144, metadata=metadata)
    return out.getvalue()

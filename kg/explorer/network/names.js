// The names in the drawing: the strongest actor's first, each beside its dot where there is room, or not at all.

const NAMED = 250; // so many names at once are as many as anybody reads
const FIRST = 25; // in a crowd so many names may hide the dots of weaker actors, but those of one in six at most
const ROOM = 6000; // with less of the drawing for each dot, in points, it is a crowd
const CROSSED = 600; // above this many ties names do not look out for lines
let placed = null; // where each name stands in this frame; not yet known when it begins
const measuring = make("canvas").getContext("2d");

function forgetNames() {
  placed = null;
}

const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const holds = (box, [x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom;
const letters = (size) => (nodes.length > 2 * SMALL ? 11 : 12) + Math.min(4, size / 5);

function findPlace(node) {
  const place = node.shown && isNear(node) && renderer.getNodeDisplayData(node.number);
  return place ? { node, ...renderer.framedGraphToViewport(place), size: renderer.scaleSize(place.size) } : null;
}

// Some points of each line that is shown, so that names keep off them.
function findLines(places) {
  const lines = edges.filter((edge) => edge.shown && places[edge.source.number] && places[edge.target.number]);
  if (lines.length > CROSSED) return [];
  return lines.flatMap((edge) => {
    const from = places[edge.source.number], to = places[edge.target.number];
    const bow = [edge.curvature * (to.y - from.y), edge.curvature * (from.x - to.x)];
    return [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9].map((t) => [from.x + t * (to.x - from.x) + 2 * t * (1 - t) * bow[0],
      from.y + t * (to.y - from.y) + 2 * t * (1 - t) * bow[1]]);
  });
}

// Right of the dot, left, below and above it, then the corners.
function listBoxes({ x, y, size }, width, height) {
  const gap = size + 4, near = size * 0.7 + 3;
  const corners = [[gap, -height / 2], [-gap - width, -height / 2], [-width / 2, gap - 2], [-width / 2, 2 - gap - height],
    [near, near - 2], [near, 2 - near - height], [-near - width, near - 2], [-near - width, 2 - near - height]];
  return corners.map(([right, down]) => ({ left: x + right, right: x + right + width, top: y + down, bottom: y + down + height }));
}

// Where the buttons for the zoom are, in points of the drawing: no name stands under them.
function findButtons() {
  const origin = byId("drawing").getBoundingClientRect(), { left, right, top, bottom } = byId("zoom").getBoundingClientRect();
  return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
}

// Where there is room no name hides a dot; in a crowd the first names may hide those of weaker actors.
function placeNames(font) {
  placed = new Map();
  const known = nodes.map(findPlace), places = known.filter(Boolean), lines = findLines(known);
  const dots = places.map((place) => ({ left: place.x - place.size, right: place.x + place.size,
    top: place.y - place.size, bottom: place.y + place.size, weight: place.node.weight }));
  const { clientWidth, clientHeight } = byId("drawing"), taken = [findButtons()];
  const inside = (box) => box.left >= 2 && box.right <= clientWidth - 2 && box.top >= 2 && box.bottom <= clientHeight - 2;
  const isCrowd = places.length > SMALL || places.length * ROOM > clientWidth * clientHeight;
  const first = isCrowd ? Math.min(FIRST, places.length / 6) : 0;
  for (const place of places.sort((a, b) => b.node.weight - a.node.weight || a.node.number - b.node.number)) {
    const size = letters(place.size), { weight } = place.node;
    measuring.font = `500 ${size}px ${font}`;
    const boxes = listBoxes(place, measuring.measureText(place.node.label).width, size + 1).filter(inside);
    const hides = taken.length <= first ? (dot) => dot.weight < weight : () => false;
    const free = boxes.filter((box) => !taken.some((other) => covers(box, other)) && !dots.some((dot) => !hides(dot) && covers(box, dot)));
    const crossings = (box) => lines.filter((point) => holds(box, point)).length;
    const [best] = free.map((box) => [crossings(box), box]).sort((a, b) => a[0] - b[0])[0]?.slice(1) || [];
    if (best) placed.set(String(place.node.number), best);
    if (best && taken.push({ ...best, left: best.left - 3, right: best.right + 3 }) > NAMED) break;
  }
}

// A pale rim keeps lines from crossing the name out.
function drawName(context, place, settings, always = false) {
  if (!place.label) return;
  if (!renderer) return; // it draws once while it is being made
  if (!placed) placeNames(settings.labelFont);
  const size = letters(place.size);
  context.font = `500 ${size}px ${settings.labelFont}`;
  const box = placed.get(place.key) || (always && listBoxes(place, context.measureText(place.label).width, size + 1)[0]);
  if (!box) return;
  Object.assign(context, { lineWidth: 3.5, lineJoin: "round", strokeStyle: "#ffffffe6", fillStyle: "#22262b" });
  context.strokeText(place.label, box.left, box.bottom - size * 0.2);
  context.fillText(place.label, box.left, box.bottom - size * 0.2);
}

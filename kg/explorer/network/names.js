// The names in the drawing: each beside its dot where there is room, or not at all.

let taken = []; // the boxes of names and dots in this frame
let placed = new Map(); // where each name stands in it

function forgetNames() {
  taken = [];
  placed = new Map();
}

// In a small network no name hides a dot; in a large one the strongest names may.
function takeDots() {
  if (!renderer || nodes.length > SMALL) return;
  for (const node of nodes) {
    const place = node.shown && isNear(node) && renderer.getNodeDisplayData(node.number);
    if (!place) continue;
    const { x, y } = renderer.framedGraphToViewport(place), size = renderer.scaleSize(place.size);
    taken.push({ left: x - size, right: x + size, top: y - size, bottom: y + size });
  }
}

const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Right of the dot, left, below, above: the first that hides nothing, best within the drawing.
function findRoom({ x, y, size }, width, height) {
  const gap = size + 4;
  const corners = [[gap, -height / 2], [-gap - width, -height / 2], [-width / 2, gap - 2], [-width / 2, 2 - gap - height]];
  const boxes = corners.map(([right, down]) => ({ left: x + right, right: x + right + width, top: y + down, bottom: y + down + height }));
  const free = boxes.filter((box) => !taken.some((other) => covers(box, other)));
  return [free.find((box) => box.left >= 0 && box.right <= byId("drawing").clientWidth) || free[0], boxes[0]];
}

// A pale rim keeps lines from crossing the name out.
function drawName(context, place, settings, always = false) {
  if (!place.label) return;
  if (!taken.length) takeDots();
  const size = 12 + Math.min(4, place.size / 5);
  context.font = `500 ${size}px ${settings.labelFont}`;
  const [room, fallback] = findRoom(place, context.measureText(place.label).width, size + 1);
  const box = placed.get(place.key) || room || (always && fallback);
  if (!box) return;
  placed.set(place.key, box);
  taken.push(box);
  Object.assign(context, { lineWidth: 3.5, lineJoin: "round", strokeStyle: "#ffffffe6", fillStyle: "#22262b" });
  context.strokeText(place.label, box.left, box.bottom - size * 0.2);
  context.fillText(place.label, box.left, box.bottom - size * 0.2);
}

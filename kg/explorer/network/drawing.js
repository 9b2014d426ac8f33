// The drawing by sigma; without WebGL the still picture stays in its place.

let renderer = null;
let framed = null; // whether the actors without a tie were shown when the drawing was last framed
const FAINT = "#e6e4df";
const ROOMY = 650; // points of the screen in which dots have their full size
let dot = 1; // dots are smaller where there are many, or little room

function fitDots() {
  const room = Math.min(byId("drawing").clientWidth, byId("drawing").clientHeight) / ROOMY;
  dot = (nodes.length > 2 * SMALL ? 0.55 : 1) * Math.max(0.55, Math.min(1, room));
}

// Curved lines with gaps: the library has none, so its shader learns to leave some out.
function dashed(Program) {
  return class extends Program {
    getDefinition() {
      const definition = super.getDefinition();
      const shader = definition.FRAGMENT_SHADER_SOURCE;
      const head = shader.includes("targetArrowLength") ? "distToTarget > targetArrowLength && " : "";
      const gap = `
        #ifndef PICKING_MODE
        vec2 chord = v_cpC - v_cpA;
        if (${head}mod(dot(gl_FragCoord.xy - v_cpA, chord) / length(chord), 10.0) > 5.5) { gl_FragColor = transparent; return; }
        #endif
        float halfThickness`;
      return { ...definition, FRAGMENT_SHADER_SOURCE: shader.replace("float halfThickness", gap) };
    }
  };
}

function makePrograms() {
  const arrowHead = { extremity: "target", lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.6 };
  const line = kgVendor.createEdgeCurveProgram(), arrow = kgVendor.createEdgeCurveProgram({ arrowHead });
  return { line, arrow, dashedLine: dashed(line), dashedArrow: dashed(arrow) };
}

function makeGraph() {
  const graph = new kgVendor.MultiDirectedGraph();
  // The strongest first: they get room for their names first.
  for (const node of [...nodes].sort((a, b) => b.weighted_degree - a.weighted_degree || a.number - b.number)) graph.addNode(node.number, { x: node.x, y: node.y, label: node.label });
  for (const edge of edges) {
    const type = edge.status === FACT ? (edge.reciprocal ? "line" : "arrow") : edge.reciprocal ? "dashedLine" : "dashedArrow";
    graph.addDirectedEdgeWithKey(edge.number, edge.source.number, edge.target.number, { type });
  }
  return graph;
}

function isNear(node) {
  const { selected } = state;
  if (!selected) return true;
  if (!selected.ties) return node === selected.source || node === selected.target;
  return node === selected || node.ties.some((edge) => edge.shown && other(edge, node) === selected);
}

function reduceNode(key, attributes) {
  const node = nodes[key], near = isNear(node);
  const size = (4 + Math.min(13, 2 * Math.sqrt(node.weight))) * dot;
  return { ...attributes, size, hidden: !node.shown, color: near ? colourOf(node) : FAINT, zIndex: near ? 1 : 0,
    label: near ? node.label : null, highlighted: node === state.selected,
    forceLabel: node.shown && near };
}

function reduceEdge(key, attributes) {
  const edge = edges[key], { selected } = state;
  const near = !selected || edge === selected || edge.source === selected || edge.target === selected;
  const light = lookOf("families", edge.family).measured === false;
  const size = ((light ? 1.9 : 2.3) + 0.8 * Math.log2(Math.max(1, edge.weight))) * Math.sqrt(dot) + (edge === selected ? 1.5 : 0);
  return { ...attributes, size, hidden: !edge.shown, curvature: edge.curvature, zIndex: near ? 1 : 0,
    color: near ? lookOf("families", edge.family).colour : FAINT };
}

// The dot under the mouse or chosen: a ring, and its name.
function drawRing(context, place, settings) {
  context.beginPath();
  context.arc(place.x, place.y, place.size + 3, 0, Math.PI * 2);
  Object.assign(context, { lineWidth: 2, strokeStyle: "#22262b" });
  context.stroke();
  drawName(context, place, settings, true);
}

function makeDrawing() {
  byId("picture").hidden = !nodes.length;
  if (typeof kgVendor === "undefined" || !nodes.length) return;
  byId("drawing").hidden = byId("zoom").hidden = false;
  fitDots();
  try {
    renderer = new kgVendor.Sigma(makeGraph(), byId("drawing"), {
      edgeProgramClasses: makePrograms(), nodeReducer: reduceNode, edgeReducer: reduceEdge, zIndex: true, enableEdgeEvents: true,
      defaultDrawNodeLabel: drawName, defaultDrawNodeHover: drawRing, labelFont: getComputedStyle(document.body).fontFamily,
      labelRenderedSizeThreshold: Infinity, stagePadding: Math.min(60, byId("drawing").clientWidth / 12), minCameraRatio: 0.03, maxCameraRatio: 3,
      minEdgeThickness: 1.5,
    });
    byId("picture").hidden = true;
    listen();
  } catch {
    byId("drawing").hidden = byId("zoom").hidden = true;
  }
}

function listen() {
  renderer.on("beforeRender", forgetNames);
  renderer.on("resize", () => { fitDots(); renderer.refresh(); });
  renderer.on("clickNode", ({ node }) => select(nodes[node]));
  renderer.on("clickEdge", ({ edge }) => select(edges[edge]));
  renderer.on("clickStage", () => state.selected && select(null));
  for (const [event, cursor] of [["enterNode", "pointer"], ["enterEdge", "pointer"], ["leaveNode", ""], ["leaveEdge", ""]]) {
    renderer.on(event, () => { byId("drawing").style.cursor = cursor; });
  }
  renderer.on("enterEdge", ({ edge, event }) => showTip(edges[edge], event));
  for (const event of ["leaveEdge", "clickEdge", "clickStage", "enterNode", "wheelStage"]) renderer.on(event, hideTip);
  const camera = renderer.getCamera();
  const moves = { in: () => camera.animatedZoom(), out: () => camera.animatedUnzoom(), all: () => camera.animatedReset() };
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => moves[button.dataset.zoom]());
}

function redraw() {
  if (!renderer) return;
  if (framed !== state.lone) frame();
  renderer.refresh({ skipIndexation: false });
}

// Fill the drawing with the actors that are shown: those without a tie stand around the others.
function frame() {
  const shown = nodes.filter((node) => node.shown);
  const span = (axis) => [Math.min(...shown.map((node) => node[axis])), Math.max(...shown.map((node) => node[axis]))];
  framed = state.lone;
  renderer.setCustomBBox(shown.length > 1 ? { x: span("x"), y: span("y") } : null);
}

// Bring an actor into the middle, no closer than the drawing is already.
function lookAt(node) {
  if (!renderer || !node.shown) return;
  const { x, y } = renderer.getNodeDisplayData(node.number);
  renderer.getCamera().animate({ x, y, ratio: Math.min(renderer.getCamera().ratio, nodes.length > SMALL ? 0.5 : 0.9) }, { duration: 350 });
}

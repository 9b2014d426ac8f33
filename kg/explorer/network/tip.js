// What a line stands for, beside the pointer; a click on it shows all its sentences in the panel.

const GLANCE = 160; // characters of the first sentence

const ends = (edge) => `${edge.source.label} ${edge.reciprocal ? "and" : "→"} ${edge.target.label}`;
const says = (edge) => `${wording(edge)}, ${lookOf("statuses", edge.status).label}, ${plural(edge.weight, "event")}`;

function showTip(edge, { x, y }) {
  const { sentence } = edge.reports[0] || { sentence: "" };
  const shown = sentence.length > GLANCE ? `${sentence.slice(0, sentence.lastIndexOf(" ", GLANCE))} …` : sentence;
  const tip = byId("tip"), stage = byId("drawing");
  tip.replaceChildren(make("b", { textContent: ends(edge) }), make("span", { textContent: says(edge) }), make("q", { textContent: shown }));
  tip.hidden = false;
  tip.style.left = `${Math.max(8, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

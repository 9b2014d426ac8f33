// What stands beside the drawing: the strongest actors, or one actor, or one tie with its sentences.

const LISTED = 25; // actors in the first list
const QUOTED = 40; // sentences shown before "more"
const countries = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }) : null;

function countryName(code) {
  try { return countries && code ? countries.of(code) : code; } catch { return code; }
}

function select(what) {
  state.selected = what;
  showPanel();
  redraw();
  byId("panel").scrollTop = 0;
  byId("panel").focus({ preventScroll: true });
}

function showPanel() {
  const { selected } = state;
  const parts = !selected ? makeHome() : selected.ties ? makeActor(selected) : makeTie(selected);
  byId("panel").replaceChildren(...parts);
}

const makeDot = (node) => {
  const dot = make("span", { className: "dot" });
  dot.style.background = colourOf(node);
  return dot;
};

function makeBack() {
  const back = make("button", { type: "button", className: "back", textContent: "Close", title: "Back to all actors (Escape)" });
  back.addEventListener("click", () => select(null));
  return back;
}

function makeHome() {
  const ranked = nodes.filter((node) => node.weight).sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label, "en"));
  const rows = ranked.slice(0, LISTED).map((node) => {
    const row = make("button", { type: "button", className: "tie" }, makeDot(node), make("span", { textContent: node.label }),
      make("small", { textContent: plural(node.weight, "event") }));
    row.addEventListener("click", () => { select(node); lookAt(node); });
    return make("li", {}, row);
  });
  if (!rows.length) return [make("h2", { textContent: "No ties" }), make("p", { className: "what", textContent: "No tie between two actors is shown." })];
  return [make("h2", { textContent: "Who is tied most" }),
    make("p", { className: "what", textContent: "Click an actor or a line to read the sentences behind it." }), make("ol", {}, ...rows)];
}

function makeActor(node) {
  const what = make("p", { className: "what" }, makeDot(node), [node.kind, countryName(node.country)].filter(Boolean).join(", "));
  const measures = [["actors tied", node.degree], ["events", node.weighted_degree], ["betweenness", node.betweenness.toFixed(3)],
    ["community", node.community || "–"]];
  const list = make("dl", { title: "Over all ties reported as fact, whatever the filters show" },
    ...measures.map(([name, value]) => make("div", {}, make("dt", { textContent: name }), make("dd", { textContent: value }))));
  const ties = node.ties.filter((edge) => edge.shown).sort((a, b) => b.weight - a.weight || a.number - b.number);
  const quotes = ties.flatMap((edge) => edge.reports.map((report) => [report, edge]));
  return [makeBack(), make("h2", { textContent: node.label }), what, list,
    make("h3", { textContent: `Ties shown (${ties.length})` }), make("ol", {}, ...ties.map((edge) => make("li", {}, makeTieRow(edge, node)))),
    make("h3", { textContent: "Sentences" }), makeQuotes([...new Map(quotes).keys()])];
}

function wording(edge) {
  const look = lookOf("families", edge.family);
  return edge.family === "Relation" ? edge.label : look.label;
}

function makeTieRow(edge, node) {
  const direction = edge.reciprocal ? "with" : edge.source === node ? "→" : "←";
  const status = edge.status === FACT ? "" : `, ${lookOf("statuses", edge.status).label}`;
  const row = make("button", { type: "button", className: "tie", "data-edge": edge.number },
    makeStroke(lookOf("families", edge.family).colour, edge.status !== FACT),
    make("span", { textContent: `${direction} ${other(edge, node).label}` }),
    make("small", { textContent: `${wording(edge)}${status} · ${edge.weight}` }));
  row.addEventListener("click", () => select(edge));
  return row;
}

function makeTie(edge) {
  const rows = [edge.source, edge.target].map((node) => {
    const row = make("button", { type: "button", className: "tie" }, makeDot(node), make("span", { textContent: node.label }),
      make("small", { textContent: node.kind }));
    row.addEventListener("click", () => { select(node); lookAt(node); });
    return make("li", {}, row);
  });
  const what = make("p", { className: "what" }, makeStroke(lookOf("families", edge.family).colour, edge.status !== FACT),
    says(edge));
  return [makeBack(), make("h2", { textContent: ends(edge) }), what, make("ol", {}, ...rows), make("h3", { textContent: "Sentences" }),
    makeQuotes(edge.reports)];
}

function makeQuotes(reports) {
  const list = make("ol", {}, ...reports.slice(0, QUOTED).map(makeQuote));
  if (reports.length > QUOTED) {
    const more = make("button", { type: "button", className: "back", textContent: `Show ${reports.length - QUOTED} more` });
    more.addEventListener("click", () => { list.append(...reports.slice(QUOTED).map(makeQuote)); more.remove(); });
    return make("div", {}, list, more);
  }
  return list;
}

// A sentence, what it reports, when that was, who says so and where it stands.
function makeQuote(report) {
  const { title, url, published } = report.document;
  const source = /^https?:\/\//.test(url) ? make("a", { href: url, rel: "noreferrer", target: "_blank", textContent: title }) : title;
  const day = report.start && report.end !== report.start ? `${report.start} to ${report.end}` : report.start;
  const facts = make("p", {}, make("b", { textContent: report.label }), day ? ` · ${day}` : " · no date",
    report.speakers.length ? ` · says ${report.speakers.join(", ")}` : "");
  return make("li", { className: "quote" }, make("blockquote", { textContent: report.sentence }), facts,
    make("p", {}, source, published ? `, ${published}` : ""));
}

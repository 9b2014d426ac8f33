// Which ties are shown, and the controls that decide it.

function isReportShown(edge, report) {
  if (state.hidden.has(`${edge.family}/${report.kind}`)) return false;
  if (!report.start) return state.undated;
  return (!state.from || report.end >= state.from) && (!state.to || report.start <= state.to);
}

// Recount every tie from the reports that pass; the weight is the number of distinct events among them.
function applyFilters() {
  for (const edge of edges) {
    edge.reports = state.statuses.has(edge.status) ? edge.all.filter((report) => isReportShown(edge, report)) : [];
    edge.weight = new Set(edge.reports.map((report) => report.event)).size;
    edge.shown = edge.weight >= state.weight;
  }
  for (const node of nodes) {
    node.weight = node.ties.reduce((sum, edge) => sum + (edge.shown ? edge.weight : 0), 0);
    node.shown = state.lone || node.weight > 0;
  }
  fanOut();
  showCounts();
  showPanel();
  redraw();
}

// Let the ties between two actors bend apart; a lone one bends a little.
function fanOut() {
  const pairs = new Map();
  for (const edge of edges.filter((each) => each.shown)) {
    const pair = [edge.source.number, edge.target.number].sort((a, b) => a - b).join();
    const rank = pairs.get(pair) || 0;
    pairs.set(pair, rank + 1);
    const bend = (0.12 + 0.19 * Math.floor(rank / 2)) * (rank % 2 ? -1 : 1);
    edge.curvature = edge.source.number < edge.target.number ? bend : -bend;
  }
}

function showCounts() {
  const shown = edges.filter((edge) => edge.shown);
  const events = new Set(shown.flatMap((edge) => edge.reports.map((report) => report.event)));
  const actors = nodes.filter((node) => node.shown).length;
  byId("counts").textContent = `${plural(actors, "actor")}, ${plural(shown.length, "tie")}, ${plural(events.size, "event")} shown`;
  byId("weight-value").textContent = state.weight;
  byId("weight-unit").textContent = state.weight === 1 ? "event" : "events";
  for (const bar of byId("timeline").children) {
    const { start, end } = bar.dataset;
    bar.classList.toggle("off", Boolean((state.from && end < state.from) || (state.to && start > state.to)));
  }
  const notice = nodes.length === 0 ? "No actors: the graph has no report in which a named actor takes part."
    : actors === 0 ? "Nothing passes these filters. “Show as at first” takes them off." : "";
  byId("notice").textContent = notice;
  byId("notice").hidden = !notice;
}

function makeCheck(label, count, checked, change, mark = null) {
  const input = make("input", { type: "checkbox", checked });
  input.addEventListener("change", () => { change(input.checked, input); applyFilters(); });
  return make("label", { className: "check" }, input, mark || "", make("span", { textContent: label }),
    make("span", { className: "n", textContent: count.toLocaleString("en") }));
}

const hide = (key, shown) => (shown ? state.hidden.delete(key) : state.hidden.add(key));

// One family: a box for all of it, and one for each kind under a fold.
function makeFamily(look, ties) {
  const kinds = new Map();
  for (const report of new Set(ties.flatMap((edge) => edge.all))) {
    const known = kinds.get(report.kind) || { label: report.label, events: new Set() };
    kinds.set(report.kind, known);
    known.events.add(report.event);
  }
  const rows = [...kinds].sort((a, b) => b[1].events.size - a[1].events.size || a[0].localeCompare(b[0]));
  const boxes = rows.map(([kind, { label, events }]) =>
    makeCheck(label, events.size, true, (shown) => { hide(`${look.id}/${kind}`, shown); settle(); }));
  const whole = makeCheck(look.label, new Set(ties.flatMap((edge) => edge.all.map((report) => report.event))).size, true, (shown) => {
    for (const [kind] of rows) hide(`${look.id}/${kind}`, shown);
    for (const box of boxes) box.querySelector("input").checked = shown;
  }, makeStroke(look.colour, false));
  const settle = () => {
    const on = boxes.filter((box) => box.querySelector("input").checked).length;
    Object.assign(whole.querySelector("input"), { checked: on > 0, indeterminate: on > 0 && on < boxes.length });
  };
  const says = look.ties ? [make("p", { className: "fine", textContent: look.ties })] : [];
  const fold = make("details", {}, make("summary", { "aria-label": `kinds of ${look.label}` }),
    make("div", { className: "kinds" }, ...says, ...boxes));
  return make("div", { "data-family": look.id }, whole, fold);
}

function makeFilters() {
  for (const look of data.looks.families) {
    const ties = edges.filter((edge) => edge.family === look.id);
    if (ties.length) byId("families").append(makeFamily(look, ties));
  }
  for (const look of data.looks.statuses) {
    const count = edges.filter((edge) => edge.status === look.id).length;
    if (!count) continue;
    const box = makeCheck(look.label, count, look.id === FACT,
      (shown) => (shown ? state.statuses.add(look.id) : state.statuses.delete(look.id)), makeStroke("#6b7178", look.id !== FACT));
    box.dataset.status = look.id;
    byId("statuses").append(box);
  }
  byId("weight").max = Math.max(1, ...edges.map((edge) => new Set(edge.all.map((report) => report.event)).size));
  byId("lone").checked = byId("lone").defaultChecked = state.lone;
  if (days.length) makeTimeline();
  else byId("time").hidden = true;
  for (const [id, event] of [["from", "change"], ["to", "change"], ["undated", "change"], ["weight", "input"], ["lone", "change"]]) {
    const input = byId(id);
    if (days.length && input.type === "date") {
      Object.assign(input, { min: days[0], max: days[days.length - 1], defaultValue: id === "from" ? days[0] : days[days.length - 1] });
    }
    input.addEventListener(event, () => {
      state[id] = input.type === "checkbox" ? input.checked : input.type === "range" ? Number(input.value) : input.value;
      applyFilters();
    });
  }
}

// Bars of equal stretches of time, as high as they have events.
function makeTimeline() {
  const first = Date.parse(days[0]), last = Date.parse(days[days.length - 1]) + 86400000;
  const count = 24, step = (last - first) / count;
  const bins = Array.from({ length: count }, () => new Set());
  for (const report of evidence) {
    if (report.start) bins[Math.min(count - 1, Math.floor((Date.parse(report.start) - first) / step))].add(report.event);
  }
  const highest = Math.max(...bins.map((bin) => bin.size));
  const day = (moment) => new Date(moment).toISOString().slice(0, 10);
  bins.forEach((bin, index) => {
    const height = bin.size ? 3 + 31 * bin.size / highest : 0;
    const bar = makeSvg("rect", { x: index * 10, y: 36 - height, width: 8.5, height });
    Object.assign(bar.dataset, { start: day(first + index * step), end: day(first + (index + 1) * step) });
    byId("timeline").append(bar);
  });
}

function resetFilters() {
  Object.assign(state, atFirst());
  for (const box of document.querySelectorAll("#families input")) Object.assign(box, { checked: true, indeterminate: false });
  for (const box of byId("statuses").children) box.querySelector("input").checked = box.dataset.status === FACT;
  applyFilters();
}

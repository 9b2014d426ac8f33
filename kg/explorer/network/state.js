"use strict";
// The network as objects that know each other, and what the reader has chosen.

const data = JSON.parse(document.getElementById("data").textContent);
const FACT = "actual";
const SMALL = 100; // so many actors can all be shown, those without a tie included

const nodes = data.nodes.map((node, number) => ({ ...node, number, ties: [], shown: true, weight: 0 }));
const documents = data.documents.map(([iri, title, published, url]) => ({ iri, title, published, url }));
const evidence = data.evidence.map(([event, kind, label, sentence, document, start, end, speakers]) => (
  { event, kind, label, sentence, document: documents[document], start, end, speakers }));
const edges = data.edges.map(([source, target, family, label, status, reciprocal, reports], number) => ({
  number, source: nodes[source], target: nodes[target], family, label, status, reciprocal,
  all: reports.map((report) => evidence[report]), reports: [], weight: 0, shown: false, curvature: 0.12,
}));
for (const edge of edges) for (const end of [edge.source, edge.target]) end.ties.push(edge);

const days = evidence.flatMap((report) => (report.start ? [report.start, report.end] : [])).sort();
const atFirst = () => ({
  hidden: new Set(), statuses: new Set([FACT]), from: "", to: "", undated: true, weight: 1, lone: nodes.length <= SMALL,
});
const state = { ...atFirst(), colour: "group", selected: null };

const byId = (id) => document.getElementById(id);
const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
const lookOf = (list, id) => data.looks[list].find((look) => look.id === id) || { id, label: id, colour: "#9a9a9a" };
const other = (edge, node) => (edge.source === node ? edge.target : edge.source);

// An element with its properties and children; text only ever goes in as text.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function makeSvg(tag, properties, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// A short stretch of the line that stands for a family and status.
function makeStroke(colour, dashed) {
  const line = makeSvg("path", { d: "M0 4H22", class: dashed ? "dashed" : "", stroke: colour, "stroke-width": 2.2 });
  return makeSvg("svg", { width: 22, height: 8, "aria-hidden": "true" }, line);
}

function colourOf(node) {
  if (state.colour === "group") return lookOf("groups", node.group).colour;
  const colours = data.looks.communities;
  return node.community ? colours[(node.community - 1) % colours.length] : "#b9b9b9";
}

// Start: the controls, the drawing, then the first view.

makeFilters();
makeSearch();
makeDrawing();
makeLegend();
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", () => setTimeout(resetFilters));
for (const choice of document.querySelectorAll("input[name=colour]")) {
  choice.addEventListener("change", () => { state.colour = choice.value; makeLegend(); showPanel(); redraw(); });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.selected) select(null);
  if (event.key === "/" && event.target === document.body) { byId("search").focus(); event.preventDefault(); }
});
applyFilters();

// For tests and for the curious: the network, the choices, and where things are on the screen.
window.kgNetwork = { nodes, edges, state, names: () => [...placed].map(([key, box]) => [nodes[key], box]), get renderer() { return renderer; } };

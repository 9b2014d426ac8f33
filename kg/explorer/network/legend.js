// What the colours mean, and what the cap left out.

function makeLegend() {
  const byCommunity = state.colour === "community";
  const entries = byCommunity ? communityEntries() : groupEntries();
  byId("groups").replaceChildren(...entries.map(([colour, label]) => {
    const dot = make("span", { className: "dot" });
    dot.style.background = colour;
    return make("li", {}, dot, make("span", { textContent: label }));
  }));
  const [actors, ties] = data.left_out;
  const left = actors ? ` The page holds the ${plural(nodes.length, "actor")} with most events; ${plural(actors, "actor")} and ${plural(ties, "tie")} are left out.` : "";
  const still = renderer || !nodes.length ? "" : " This browser cannot draw the network (it lacks WebGL): a still picture of the ties reported as fact stands in its place.";
  byId("fine").textContent = `Colour of a line: its family, under “Ties”; unfold one to read which events tie two actors. Size of a dot: events.${left}${still}`;
}

function groupEntries() {
  return data.looks.groups.filter((look) => nodes.some((node) => node.group === look.id)).map((look) => [look.colour, look.label]);
}

// Each community by the name of its strongest actor.
function communityEntries() {
  const strongest = new Map();
  for (const node of [...nodes].sort((a, b) => b.weighted_degree - a.weighted_degree || a.number - b.number)) {
    const known = strongest.get(node.community) || [node, 0];
    strongest.set(node.community, [known[0], known[1] + 1]);
  }
  return [...strongest].filter(([community]) => community).sort((a, b) => a[0] - b[0]).slice(0, data.looks.communities.length)
    .map(([community, [node, size]]) => [colourOf(node), `${community}: ${node.label} and ${plural(size - 1, "other")}`]);
}

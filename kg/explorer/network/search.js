// The search box: suggestions under it, chosen by mouse or by arrow keys and Enter.

const SUGGESTED = 12;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const names = nodes.map((node) => [plain(node.label), node]);
let suggested = [];
let active = -1;

function findActors(words) {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const found = names.filter(([name]) => wanted.every((word) => name.includes(word)));
  const early = ([name]) => (name.startsWith(wanted[0]) ? 0 : name.includes(` ${wanted[0]}`) ? 1 : 2);
  return found.sort((a, b) => early(a) - early(b) || b[1].weighted_degree - a[1].weighted_degree || a[1].number - b[1].number)
    .slice(0, SUGGESTED).map(([, node]) => node);
}

function suggest() {
  suggested = findActors(byId("search").value);
  active = suggested.length ? 0 : -1;
  const rows = suggested.map((node, index) => {
    const row = make("li", { id: `suggestion-${index}`, role: "option" }, makeDot(node), make("span", { textContent: node.label }),
      make("small", { textContent: node.kind }));
    row.addEventListener("mousedown", (event) => { event.preventDefault(); choose(index); });
    return row;
  });
  const nobody = byId("search").value.trim() ? [make("li", { textContent: "No actor of that name", role: "option", "aria-disabled": "true" })] : [];
  byId("suggestions").replaceChildren(...(rows.length ? rows : nobody));
  openSuggestions(rows.length + nobody.length > 0);
  markActive();
}

function openSuggestions(open) {
  byId("suggestions").hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
}

function markActive() {
  [...byId("suggestions").children].forEach((row, index) => row.setAttribute("aria-selected", String(index === active)));
  if (active >= 0) byId("search").setAttribute("aria-activedescendant", `suggestion-${active}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function choose(index) {
  const node = suggested[index];
  if (!node) return;
  openSuggestions(false);
  byId("search").value = node.label;
  select(node);
  lookAt(node);
}

function onSearchKey(event) {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move && suggested.length) {
    active = (active + move + suggested.length) % suggested.length;
    markActive();
    event.preventDefault();
  } else if (event.key === "Enter") {
    choose(active);
    event.preventDefault();
  } else if (event.key === "Escape") openSuggestions(false);
}

function makeSearch() {
  byId("search").addEventListener("input", suggest);
  byId("search").addEventListener("focus", () => byId("search").select());
  byId("search").addEventListener("keydown", onSearchKey);
  byId("search").addEventListener("blur", () => openSuggestions(false));
}

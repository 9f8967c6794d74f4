// The drawing, its filters and what is open. As in every pyvis page, nodes, edges and network are global.
"use strict";

var nodes = new vis.DataSet(graph.nodes);
var edges = new vis.DataSet(graph.edges);
const drawn = { entities: new Set(), statements: new Set() };
const nodeView = new vis.DataView(nodes, { filter: (node) => drawn.entities.has(node.id) });
const edgeView = new vis.DataView(edges, { filter: (edge) => drawn.statements.has(edge.id) });
const container = document.getElementById("mynetwork");
const panel = document.getElementById("panel");
const off = {
  type: new Set(),
  relation: new Set(content.relations.filter((relation) => !relation.shown).map((relation) => relation.key)),
  status: new Set(content.statuses.filter((status) => !status.shown).map((status) => status.key)),
};
const view = { kind: "overview", id: null, past: [], camps: false, verbs: false };
const campOf = new Map(content.camps.flatMap((camp) => camp.members.map((id) => [id, camp])));
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = () => window.matchMedia("(max-width: 1020px)").matches;
const motion = calm ? false : { duration: 250, easingFunction: "easeInOutQuad" };

// What is drawn: a statement that no filter takes out, an entity with such a statement, and what is open.
function isDrawn(statement) {
  const ends = [statement.subject, statement.object].filter((id) => id !== null);
  return !off.relation.has(statement.relation) && !off.status.has(statement.status)
    && ends.every((id) => !off.type.has(entities.get(id).type));
}

function applyFilters() {
  drawn.statements.clear();
  drawn.entities.clear();
  for (const statement of statements.values()) {
    if (!isDrawn(statement) && !(view.kind === "statement" && view.id === statement.id)) continue;
    drawn.statements.add(statement.id);
    if (statement.subject !== null) drawn.entities.add(statement.subject);
    drawn.entities.add(statement.object);
  }
  if (view.kind === "entity") drawn.entities.add(view.id);
  nodeView.refresh();
  edgeView.refresh();
  document.getElementById("shown").textContent =
    `Showing ${drawn.statements.size.toLocaleString("en")} of ${many(statements.size, "statement", "statements")}`;
}

// What stands out: what is open with all that touches it; everything when nothing is open.
function inFocus() {
  if (view.kind === "overview") return null;
  const focus = new Set([view.id]);
  for (const statement of statements.values()) {
    const touches = view.kind === "entity" ? [statement.subject, statement.object].includes(view.id) : statement.id === view.id;
    if (touches && drawn.statements.has(statement.id)) {
      [statement.id, statement.subject, statement.object].forEach((id) => focus.add(id));
    }
  }
  return focus;
}

function paint() {
  const focus = inFocus();
  const stands = (id) => focus === null || focus.has(id);
  nodes.update(content.entities.map((entity) => {
    const type = types.get(entity.type);
    const colour = view.camps ? (campOf.get(entity.id)?.colour ?? content.grey) : type.colour;
    const fill = type.hollow ? "#ffffff" : colour;
    return {
      id: entity.id,
      opacity: stands(entity.id) ? 1 : 0.15,
      color: { background: fill, border: colour, highlight: { background: fill, border: "#1d2730" }, hover: { background: fill, border: "#1d2730" } },
      font: { color: stands(entity.id) ? "#1d2730" : "#b4bbc1", strokeColor: "#fbfbf9" },
      title: `${entity.label} (${type.name})`,
    };
  }));
  edges.update(graph.edges.map(({ id }) => {
    const statement = statements.get(id);
    const colour = lineColour(statement);
    const named = view.verbs || (focus !== null && focus.has(id));
    const verb = relations.get(statement.relation).verb;
    const label = (named ? verb : "") + (statement.status === "disputed" ? " ?" : "");
    return {
      id,
      // A blank, since vis-network keeps an old label when the new one is empty.
      label: stands(id) && label ? label : " ",
      color: { color: colour, highlight: colour, hover: colour, opacity: stands(id) ? 1 : 0.1 },
      font: named ? { size: 12, color: "#3b4650", strokeColor: "#fbfbf9" } : { size: 20, color: "#803508", strokeColor: "#fbfbf9" },
      title: `${inWords(statement)} (${statuses.get(statement.status).name.toLowerCase()}; ${support(statement)})`,
    };
  }));
}

// Opening: the panel, the drawing and the way back follow.
function show(kind, id, options = {}) {
  if (!options.back && (kind !== view.kind || id !== view.id)) view.past.push([view.kind, view.id]);
  Object.assign(view, { kind, id });
  applyFilters();
  paint();
  fillPanel();
  network.unselectAll();
  if (kind === "entity") network.selectNodes([id], false);
  if (kind === "statement" && edges.get(id)) network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
  if (options.travel && kind === "entity") network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: motion });
  if (!options.pointer) panel.focus({ preventScroll: true });
}

function fillPanel() {
  const go = (kind, id) => show(kind, id);
  const bar = element("div", { class: "bar" });
  if (view.past.length) bar.append(element("button", { type: "button", class: "link", onclick: goBack }, "‹ Back"));
  if (view.kind !== "overview") {
    bar.append(element("button", { type: "button", class: "link", onclick: () => show("overview", null) }, "Overview"));
  }
  const parts = { overview: () => overviewPanel(go), entity: () => entityPanel(view.id, go), statement: () => statementPanel(view.id, go) };
  panel.replaceChildren(...(bar.childNodes.length ? [bar] : []), ...parts[view.kind]());
  panel.scrollTop = 0;
  // On a narrow window the panel stands below the drawing.
  if (narrow() && view.kind !== "overview") panel.querySelector("h2").scrollIntoView({ block: "nearest" });
}

function goBack() {
  const [kind, id] = view.past.pop();
  show(kind, id, { back: true });
}

// The legend, which is the filter.
function choice(group, key, icon, name, count) {
  const box = element("input", { type: "checkbox", "data-group": group, "data-key": key });
  box.checked = !off[group].has(key);
  return element("label", {}, box, icon, element("span", {}, name), element("span", { class: "count" }, String(count)));
}

function tally(find) {
  const counts = new Map();
  for (const key of find) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function fieldset(group, heading, ...rows) {
  const all = element("button", { type: "button", class: "link", "data-all": group }, "all / none");
  return element("fieldset", {}, element("legend", {}, heading, all), ...rows);
}

function relationRows(counts) {
  const rows = [];
  let family = "";
  for (const relation of content.relations.filter(({ key }) => counts.has(key))) {
    if (relation.family !== family) rows.push(element("h3", {}, (family = relation.family)));
    rows.push(choice("relation", relation.key, lineSign(relation.colour, [], relation.mutual), relation.verb, counts.get(relation.key)));
  }
  return rows;
}

function fillLegend() {
  const all = [...statements.values()];
  const taking = new Set(all.flatMap((statement) => [statement.subject, statement.object]));
  const ofType = tally(content.entities.filter(({ id }) => taking.has(id)).map(({ type }) => type));
  const ofStatus = tally(all.map(({ status }) => status));
  const statusRow = (status) => {
    const row = choice("status", status.key, lineSign(status.shown ? "#3b4650" : content.grey, status.dashes), status.name, ofStatus.get(status.key));
    row.title = status.meaning;
    return row;
  };
  document.getElementById("filters").append(
    fieldset("status", "How it stands", ...content.statuses.filter(({ key }) => ofStatus.has(key)).map(statusRow)),
    fieldset("relation", "Lines", ...relationRows(tally(all.map(({ relation }) => relation)))),
    fieldset("type", "Shapes", ...content.types.filter(({ key }) => ofType.has(key))
      .map((type) => choice("type", type.key, typeSign(type), type.plural, ofType.get(type.key)))),
    element("fieldset", {}, element("legend", {}, "View"),
      ...[["camps", "Colour by camp"], ["verbs", "Name every line"]].map(([name, label]) =>
        element("label", { class: "plain" }, element("input", { type: "checkbox", "data-view": name }), label))));
}

function filterChanged({ target }) {
  if (target.dataset.view) view[target.dataset.view] = target.checked;
  else if (target.checked) off[target.dataset.group].delete(target.dataset.key);
  else off[target.dataset.group].add(target.dataset.key);
  applyFilters();
  paint();
}

function toggleAll({ target }) {
  const group = target.dataset.all;
  if (!group) return;
  const boxes = [...document.querySelectorAll(`input[data-group="${group}"]`)];
  const every = boxes.every((box) => box.checked);
  for (const box of boxes) {
    box.checked = !every;
    off[group][every ? "add" : "delete"](box.dataset.key);
  }
  applyFilters();
  paint();
}

// The start.
function clicked({ nodes: [node], edges: [edge] }) {
  if (node !== undefined) show("entity", node, { pointer: true });
  else if (edge !== undefined) show("statement", edge, { pointer: true });
  else if (view.kind !== "overview") show("overview", null, { pointer: true });
}

function zoomed({ target }) {
  if (!target.dataset.zoom) return;
  const factor = Number(target.dataset.zoom);
  if (factor) network.moveTo({ scale: network.getScale() * factor, animation: motion });
  else network.fit({ animation: motion, maxZoomLevel: 1.3 });
}

function fillHeader() {
  const { articles, actors, places, statements: told } = content.counts;
  document.title = content.title;
  document.getElementById("title").textContent = content.title;
  document.getElementById("summary").textContent = [many(articles, "article", "articles"), many(actors, "actor", "actors"),
    many(places, "place", "places"), many(told, "statement", "statements")].join(" · ");
  const folded = document.getElementById("folded");
  folded.hidden = !content.folded;
  folded.textContent = `Drawn are the ${many(entities.size, "entity", "entities")} that share statements with the most others; `
    + `${many(content.folded, "other is", "others are")} folded away. Build the network of fewer relations or articles to see them.`;
}

fillHeader();
fillLegend();
applyFilters();
var network = new vis.Network(container, { nodes: nodeView, edges: edgeView }, JSON.parse(graph.options));
paint();
fillPanel();
network.fit({ animation: false, maxZoomLevel: 1.3 });
network.on("click", clicked);
network.on("dragEnd", ({ nodes: moved }) => {
  nodes.update(Object.entries(network.getPositions(moved)).map(([id, { x, y }]) => ({ id, x, y })));
});
container.querySelector(".vis-network").setAttribute("aria-label",
  "Drawing of the network: arrow keys move it, plus and minus zoom. All it shows is also in the lists beside it.");
document.getElementById("filters").addEventListener("change", filterChanged);
document.getElementById("filters").addEventListener("click", toggleAll);
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("zoom").addEventListener("click", zoomed);
document.getElementById("legend").open = !narrow();
search.addEventListener("input", listHits);
search.addEventListener("keydown", searchKey);
search.addEventListener("blur", () => setTimeout(closeHits, 200));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target !== search && view.kind !== "overview") show("overview", null);
});

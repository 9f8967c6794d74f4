// The panel at the side: an overview, one entity or one statement, built from text nodes only.
"use strict";

const graph = JSON.parse(document.getElementById("graph").textContent);
const content = graph.content;

const byKey = (records, key) => new Map(records.map((record) => [record[key], record]));
const types = byKey(content.types, "key");
const relations = byKey(content.relations, "key");
const statuses = byKey(content.statuses, "key");
const entities = byKey(content.entities, "id");
const statements = byKey(content.statements, "id");
const relationOrder = content.relations.map((relation) => relation.key);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function sign(...paths) {
  const box = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  box.setAttribute("class", "sign");
  box.setAttribute("viewBox", "0 0 30 16");
  box.setAttribute("aria-hidden", "true");
  for (const attributes of paths) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    box.append(path);
  }
  return box;
}

function typeSign(type) {
  const fill = type.hollow ? "#ffffff" : type.colour;
  return sign({ d: type.path, fill, stroke: type.colour, "stroke-width": 1.6 });
}

function lineSign(colour, dashes, mutual) {
  const line = { d: "M3 8h23", stroke: colour, "stroke-width": 2.4, "stroke-dasharray": dashes.join(" ") };
  const heads = mutual ? "M30 8l-7-4v8zM0 8l7-4v8z" : "M30 8l-7-4v8z";
  return sign(line, { d: heads, fill: colour });
}

const lineColour = (statement) =>
  ["planned", "possible", "denied"].includes(statement.status) ? content.grey : relations.get(statement.relation).colour;

function statementSign(statement) {
  const relation = relations.get(statement.relation);
  return lineSign(lineColour(statement), statuses.get(statement.status).dashes, relation.mutual);
}

const UNNAMED = "Someone unnamed";
const labelOf = (id) => (id === null ? UNNAMED : entities.get(id).label);
const inWords = (statement) =>
  `${labelOf(statement.subject)} ${relations.get(statement.relation).verb} ${labelOf(statement.object)}`;
const many = (count, one, more) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
const support = (statement) => `${many(statement.articles, "article", "articles")}, `
  + many(statement.voices, "independent voice", "independent voices");
const nameOf = (type) => type.name.charAt(0).toUpperCase() + type.name.slice(1);

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

function dateInWords(value) {
  return value.split("/").map((part) => {
    const [year, month, day] = part.split("-");
    return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  }).join(" to ");
}

function entityLink(id, show) {
  return element("button", { type: "button", class: "link", onclick: () => show("entity", id) }, labelOf(id));
}

function statusChip(key) {
  return element("span", { class: `status ${key}` }, statuses.get(key).name);
}

// Where a list stands under an entity, the entity itself is not named again.
function inShort(statement, about) {
  const verb = relations.get(statement.relation).verb;
  if (about === undefined) return inWords(statement);
  if (statement.subject === about) return `${verb} ${labelOf(statement.object)}`;
  return statement.object === about ? `${labelOf(statement.subject)} ${verb} it` : inWords(statement);
}

function statementList(found, show, about) {
  const order = (statement) => relationOrder.indexOf(statement.relation);
  const sorted = [...found].sort((one, other) =>
    order(one) - order(other) || (inWords(one) < inWords(other) ? -1 : 1));
  return element("ul", { class: "statements" }, ...sorted.map((statement) => {
    const chip = statement.status === "asserted" ? "" : statusChip(statement.status);
    return element("li", {}, element("button", { type: "button", onclick: () => show("statement", statement.id) },
      statementSign(statement), element("span", { class: "said" }, inShort(statement, about)), chip));
  }));
}

function section(heading, found, show, about) {
  return found.length ? [element("h3", {}, heading), statementList(found, show, about)] : [];
}

function entityPanel(id, show) {
  const entity = entities.get(id);
  const type = types.get(entity.type);
  const camp = content.camps.findIndex(({ members }) => members.includes(id));
  const all = [...statements.values()];
  return [
    element("p", { class: "eyebrow" }, typeSign(type), nameOf(type), camp < 0 ? "" : ` · camp ${camp + 1}`),
    element("h2", {}, entity.label),
    element("p", { class: "soft" }, entity.names.length ? `Also called: ${entity.names.join(", ")}` : ""),
    element("p", { class: "soft" },
      `Shares statements with ${many(entity.neighbours, "other", "others")}${brokerage(entity)}.`),
    element("p", { class: "soft" }, entity.folded ?
      `${many(entity.folded, "further statement links", "further statements link")} it to others that are folded away.` : ""),
    ...section("What it does or is", all.filter((each) => each.subject === id), show, id),
    ...section("What is done to it, or with it", all.filter((each) => each.object === id && each.subject !== null
      && each.subject !== id), show, id),
    ...section("What happened to it, with nobody named", all.filter((each) => each.object === id && each.subject === null), show, id),
    ...section("What it says", entity.says.map((each) => statements.get(each)), show),
    ...section("What it denies", entity.denies.map((each) => statements.get(each)), show),
  ];
}

function brokerage(entity) {
  const share = Math.round(entity.betweenness * 100);
  return share ? `; ${share} % of the shortest ways between two others lead through it` : "";
}

function statementPanel(id, show) {
  const statement = statements.get(id);
  const status = statuses.get(statement.status);
  const subject = statement.subject === null ?
    element("span", { class: "unnamed" }, UNNAMED) : entityLink(statement.subject, show);
  const verb = ` ${relations.get(statement.relation).verb} `;
  return [
    element("p", { class: "eyebrow" }, statementSign(statement), statusChip(statement.status)),
    element("h2", {}, subject, verb, entityLink(statement.object, show)),
    element("p", { class: "soft" }, status.meaning),
    element("h3", {}, many(statement.attestations.length, "source", "sources")),
    element("p", { class: "soft" }, support(statement)),
    ...statement.attestations.map(quotation),
  ];
}

function quotation(said) {
  const article = content.articles[said.article];
  const [first, ...others] = said.speakers;
  const speaker = first ? [first, ...others.map((other) => `quoted by ${other},`)].join(", ") : "The article itself";
  const says = first || !said.asserts ? `${speaker} ${said.force}` : "The article says so in its own voice";
  const facts = [
    ["When", [said.time && `“${said.time}”`, said.timeValue && dateInWords(said.timeValue)].filter(Boolean).join(" — ")],
    ["Where", said.place],
    ["With", said.instrument],
    ["People", said.count],
  ].filter(([, value]) => value);
  return element("figure", { class: said.asserts ? "" : "other" },
    element("p", { class: "speaker" }, says),
    element("blockquote", {}, said.before, element("mark", {}, said.words), said.after),
    element("dl", {}, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    element("figcaption", {}, ...articleLine(article)));
}

function articleLine(article) {
  const facts = [article.source, article.published ? dateInWords(article.published) : "no date"].filter(Boolean);
  const link = /^https?:\/\//i.test(article.url) ?
    [" · ", element("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, "open")] : [];
  return [element("cite", {}, article.title), element("br", {}), facts.join(", "), ...link];
}

const byConnections = (one, other) => other.neighbours - one.neighbours || other.betweenness - one.betweenness
  || (one.label < other.label ? -1 : 1);

function overviewPanel(show) {
  if (!statements.size) {
    return [element("h2", {}, "Nothing to show"), element("p", {}, "No statement was found in the articles.")];
  }
  const actors = content.entities.filter((entity) => types.get(entity.type).actor);
  const central = [...actors].sort(byConnections).slice(0, 8);
  return [
    element("h2", {}, "Overview"),
    element("p", {}, "Click a line to read the words that state it, or a shape to see all that is said about it."),
    ...campList(show),
    ...section("Disputed", [...statements.values()].filter(({ status }) => status === "disputed"), show),
    element("h3", {}, "Most connected"),
    element("ol", { class: "ranks" }, ...central.map((entity) => element("li", {}, entityLink(entity.id, show),
      element("span", { class: "soft" }, many(entity.neighbours, "other", "others"))))),
    drawer(`All actors and places (${entities.size})`, [...content.entities]
      .sort((one, other) => (one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1))
      .map((entity) => [entityLink(entity.id, show)])),
    drawer(`Articles quoted (${content.articles.length})`, content.articles.map(articleLine)),
  ];
}

const SHOWN_CAMPS = 6;
const SHOWN_MEMBERS = 12;

function campList(show) {
  if (!content.camps.length) return [];
  return [
    element("h3", {}, "Camps"),
    element("p", { class: "soft" }, "Actors that alliance, backing, command or membership ties together, "
      + "parted where enmity weighs more than the ties."),
    ...content.camps.slice(0, SHOWN_CAMPS).map((camp) => campLine(camp, show)),
    ...(content.camps.length > SHOWN_CAMPS ? [drawer(`Smaller camps (${content.camps.length - SHOWN_CAMPS})`,
      content.camps.slice(SHOWN_CAMPS).map((camp) => [campLine(camp, show)]))] : []),
  ];
}

function campLine(camp, show) {
  const dot = element("i", {});
  dot.style.background = camp.colour;
  const members = camp.members.map((id) => entities.get(id)).sort(byConnections);
  const list = (some) => some.flatMap(({ id }, place) => [place ? ", " : "", entityLink(id, show)]);
  const rest = members.slice(SHOWN_MEMBERS);
  return element("div", { class: "camp" }, dot, element("div", {}, ...list(members.slice(0, SHOWN_MEMBERS)),
    ...(rest.length ? [drawer(`and ${many(rest.length, "other", "others")}`, [list(rest)])] : [])));
}

function drawer(heading, lines) {
  const items = lines.map((line) => element("li", {}, ...line));
  return element("details", {}, element("summary", {}, heading), element("ul", {}, ...items));
}

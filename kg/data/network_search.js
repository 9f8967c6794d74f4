// The search box: a list of names below it, by mouse or by arrow keys and Enter.
"use strict";

const search = document.getElementById("search");
const hits = document.getElementById("hits");
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let active = -1;

function findEntities(text) {
  const wanted = bare(text.trim());
  if (!wanted) return [];
  const rank = (entity) => {
    const places = [entity.label, ...entity.names].map((name) => ` ${bare(name)}`);
    if (places[0].startsWith(` ${wanted}`)) return 0;
    if (places.some((name) => name.includes(` ${wanted}`))) return 1;
    return places.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return content.entities.map((entity) => [rank(entity), entity]).filter(([place]) => place < 3)
    .sort(([one, first], [other, second]) => one - other || second.neighbours - first.neighbours).slice(0, 8)
    .map(([, entity]) => entity);
}

function listHits() {
  const found = findEntities(search.value);
  hits.replaceChildren(...found.map((entity, place) => {
    const about = [nameOf(types.get(entity.type)), ...entity.names.slice(0, 2)].join(" · ");
    return element("li", { id: `hit-${place}`, role: "option", "data-id": entity.id, onclick: () => choose(entity.id) },
      entity.label, element("small", {}, about));
  }));
  if (!found.length && search.value.trim()) hits.append(element("li", { class: "none" }, "No such name in these articles"));
  hits.hidden = !search.value.trim();
  search.setAttribute("aria-expanded", String(!hits.hidden));
  mark(found.length ? 0 : -1);
}

function mark(place) {
  active = place;
  [...hits.children].forEach((hit, index) => hit.setAttribute("aria-selected", String(index === place)));
  if (place < 0) search.removeAttribute("aria-activedescendant");
  else search.setAttribute("aria-activedescendant", `hit-${place}`);
}

function closeHits() {
  hits.hidden = true;
  search.setAttribute("aria-expanded", "false");
  mark(-1);
}

function choose(id) {
  search.value = "";
  closeHits();
  show("entity", id, { travel: true });
}

function searchKey(event) {
  const count = hits.querySelectorAll("[data-id]").length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && count) {
    event.preventDefault();
    mark((active + step + count) % count);
  } else if (event.key === "Enter" && active >= 0) {
    choose(hits.children[active].dataset.id);
  } else if (event.key === "Escape") {
    search.value = "";
    closeHits();
  }
}

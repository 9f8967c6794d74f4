// Lights up the words of a statement and the mentions of an entity, and filters. All text is in the page already.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const cards = all(".statement");
const form = document.getElementById("filter");
let pinned = null;

function lightWords(card) {
  for (const role of ["evidence", "end", "trigger"]) {
    const name = `lit-${role}`;
    all(`.${name}`).forEach((words) => words.classList.remove(name));
    if (!card) continue;
    const { article, number } = card.dataset;
    all(`[data-${role}~="${number}"]`, document.getElementById(article)).forEach((words) => words.classList.add(name));
  }
}

function lightEntity(id) {
  all(".lit").forEach((each) => each.classList.remove("lit"));
  if (id === undefined) return;
  all(`[data-entity="${id}"]`).forEach((mention) => mention.classList.add("lit"));
  document.getElementById(id).classList.add("lit");
}

function pin(card) {
  pinned?.classList.remove("pinned");
  pinned = card === pinned ? null : card;
  pinned?.classList.add("pinned");
  lightWords(pinned);
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => lightWords(card));
  card.addEventListener("mouseleave", () => lightWords(pinned));
  card.addEventListener("focus", () => lightWords(card));
  card.addEventListener("blur", () => lightWords(pinned));
  card.addEventListener("click", (event) => { if (!event.target.closest("a")) pin(card); });
  card.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === card) pin(card); });
}

for (const mention of all(".mention[data-entity]")) {
  mention.addEventListener("mouseover", (event) => {
    event.stopPropagation();
    lightEntity(mention.dataset.entity);
  });
  mention.addEventListener("mouseleave", () => lightEntity());
}

for (const entity of all(".entity")) {
  entity.addEventListener("mouseenter", () => lightEntity(entity.id));
  entity.addEventListener("mouseleave", () => lightEntity());
  entity.addEventListener("focusin", () => lightEntity(entity.id));
  entity.addEventListener("focusout", () => lightEntity());
}

document.addEventListener("keydown", (event) => { if (event.key === "Escape" && pinned) pin(pinned); });

function applyFilter() {
  const chosen = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
  const relations = chosen("relation");
  const forces = chosen("force");
  for (const card of cards) card.hidden = !relations.has(card.dataset.relation) || !forces.has(card.dataset.force);
  const bare = form.elements.bare.checked;
  for (const sentence of all(".sentence")) sentence.hidden = bare && !sentence.querySelector(".statement:not([hidden])");
  const shown = cards.filter((card) => !card.hidden).length;
  document.getElementById("shown").textContent = `showing ${shown} of ${cards.length} statements`;
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", applyFilter);
  form.addEventListener("submit", (event) => event.preventDefault());
  applyFilter();
}

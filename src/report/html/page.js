"use strict";
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const cards = all(".card");
const marks = all("mark[data-f]");
const pressed = (name) => new Set(all(`nav button[data-${name}][aria-pressed="true"]`).map((b) => b.dataset[name]));
let current = null;

// Marks of a finding, wherever they stand.
const marksOf = (id) => marks.filter((m) => m.dataset.f.split(" ").includes(id));

function filter() {
  const severities = pressed("severity"), kinds = pressed("kind");
  const shown = new Set();
  for (const card of cards) {
    card.hidden = !(severities.has(card.dataset.severity) && kinds.has(card.dataset.kind));
    if (!card.hidden) shown.add(card.dataset.f);
  }
  for (const mark of marks) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((id) => shown.has(id)));
  for (const event of all(".event")) event.hidden = !all(".card", event).some((c) => !c.hidden);
  if (current && current.hidden) select(null);
}

// Makes a finding the current one: its card, its marks, and each article of its event scrolled to the first of them.
function select(card, keepCard) {
  if (current) current.removeAttribute("aria-current");
  for (const mark of marks) mark.classList.remove("on");
  current = card;
  if (!card) return;
  card.setAttribute("aria-current", "true");
  if (!keepCard) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: "nearest" }); }
  const done = new Set();
  for (const mark of marksOf(card.dataset.f)) {
    mark.classList.add("on");
    const article = mark.closest(".article");
    if (!article || done.has(article)) continue;
    done.add(article);
    article.scrollTo({ top: mark.offsetTop - article.clientHeight / 3 });
  }
  const hit = document.getElementById("f" + card.dataset.f);
  const column = hit && hit.closest(".article");
  if (column) column.parentElement.scrollTo({ left: column.offsetLeft - column.parentElement.offsetLeft });
}

function step(by) {
  const open = cards.filter((c) => !c.hidden);
  if (!open.length) return;
  const at = open.indexOf(current);
  select(open[at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + by, 0), open.length - 1)]);
}

for (const button of all("nav button")) {
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
    filter();
  });
}
for (const card of cards) {
  card.addEventListener("click", (e) => { if (!e.target.closest("a")) select(card, true); });
  card.addEventListener("focus", () => { if (current !== card) select(card, true); });
  for (const link of all("a", card)) link.addEventListener("click", () => select(card, true));
}
for (const mark of marks) {
  mark.addEventListener("click", () => {
    const ids = mark.dataset.f.split(" ");
    select(cards.find((c) => !c.hidden && ids.includes(c.dataset.f)) || null);
  });
}
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "j" || e.key === "ㅓ") step(1);
  else if (e.key === "k" || e.key === "ㅏ") step(-1);
  else if (e.key === "Escape") select(null);
  else return;
  e.preventDefault();
});

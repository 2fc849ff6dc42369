"use strict";
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const cards = all(".card");
const marks = all("mark[data-f]");
const nav = document.querySelector("nav");
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

// Where in the texts a card points: the place that is reported, then each that it is held against.
const linksOf = (card) => all("a", card).map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);

// Makes a finding the current one: its card, its marks, the articles they stand in moved side by side, each of them
// scrolled to the first of its marks.
function select(card, keepCard) {
  if (current) current.removeAttribute("aria-current");
  for (const mark of marks) mark.classList.remove("on");
  for (const article of all(".article[data-rank]")) delete article.dataset.rank;
  current = card;
  if (!card) return;
  card.setAttribute("aria-current", "true");
  if (!keepCard) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: "nearest" }); }
  for (const mark of marksOf(card.dataset.f)) mark.classList.add("on");
  for (const [at, place] of linksOf(card).entries()) {
    const article = place.closest(".article");
    if (article.dataset.rank) continue;
    article.dataset.rank = at > 1 ? "beside" : ["first", "second"][at];
    article.scrollTo({ top: place.offsetTop - article.clientHeight / 3 });
  }
  const row = card.closest(".event").querySelector(".articles");
  row.scrollTo({ left: 0 });
  // Beside the cards the texts are in sight as far as the card stays so; on a phone they are below, and links lead there.
  if (getComputedStyle(row).position !== "sticky") return;
  const [texts, own, top] = [row.getBoundingClientRect(), card.getBoundingClientRect(), nav.offsetHeight + 8];
  const down = Math.min(texts.bottom - innerHeight, own.top - top), up = Math.min(top - texts.top, innerHeight - own.bottom);
  if (down > 0) scrollBy(0, down);
  else if (up > 0) scrollBy(0, -up);
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
  for (const link of all("a", card)) link.addEventListener("click", () => {
    select(card, true);
    // The browser jumps to the word; its article is brought in whole.
    document.getElementById(link.hash.slice(1)).closest(".article").scrollIntoView({ block: "nearest", inline: "start" });
  });
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

// The texts stick below the filters, which take one row or two.
const measure = () => document.documentElement.style.setProperty("--nav", nav.offsetHeight + "px");
addEventListener("resize", measure);
measure();

// A link to a card opens with that card, one to a word with a card of that word.
function open() {
  const at = document.getElementById(location.hash.slice(1));
  if (!at || (current && linksOf(current).includes(at))) return;
  if (cards.includes(at)) select(at);
  else if (at.dataset.f) select(cards.find((c) => !c.hidden && at.dataset.f.split(" ").includes(c.dataset.f)), true);
}
addEventListener("hashchange", open);
open();

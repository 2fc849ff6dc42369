"use strict";
// Looks at the page from inside and sends what it sees, as Base64 of JSON, to the page around it. Lists hold what is wrong:
// an empty one is good.
const seen = { errors: [], violations: [], failed: null };
addEventListener("error", (e) => seen.errors.push(String(e.message || (e.target && e.target.outerHTML))), true);
addEventListener("unhandledrejection", (e) => seen.errors.push(String(e.reason)));
for (const level of ["error", "warn"]) console[level] = (...words) => seen.errors.push(words.join(" "));
document.addEventListener("securitypolicyviolation", (e) => seen.violations.push(`${e.violatedDirective} ${e.blockedURI}`));

addEventListener("load", async () => {
  const list = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const rest = () => new Promise((done) => setTimeout(done, 30));
  const cards = list(".card");
  const current = () => list('.card[aria-current="true"]');
  const key = (name) => document.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  const links = (card) => list(".sides a", card);
  const target = (link) => document.getElementById(link.getAttribute("href").slice(1));
  const name = (e) => `${e.tagName}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;

  // Whether an element is inside the window and inside everything that cuts it off.
  const inSight = (e) => {
    let box = e.getClientRects()[0];
    if (!box || !box.width) return false;
    const y = (box.top + box.bottom) / 2, x = (box.left + Math.min(box.right, box.left + 40)) / 2;
    if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return false;
    const top = document.elementFromPoint(x, y);
    return !!top && (top === e || e.contains(top) || top.contains(e));
  };

  // Contrast as WCAG 2 defines it.
  const rgb = (text) => {
    const n = text.match(/[\d.]+/g).map(Number);
    return text.startsWith("color(") ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0.5) return colour;
    }
    return [255, 255, 255, 1];
  };
  const contrast = (e) => {
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  try {
    seen.width = innerWidth;
    seen.dark = matchMedia("(prefers-color-scheme: dark)").matches;
    seen.paper = getComputedStyle(document.body).backgroundColor;
    seen.cards = cards.length;
    seen.marks = list("mark[data-f]").length;
    seen.filters = { severity: list("nav [data-severity]").length, kind: list("nav [data-kind]").length };
    seen.filters_shown = getComputedStyle(document.querySelector("nav")).display !== "none";
    seen.resources = performance.getEntriesByType("resource").map((r) => r.name);
    seen.strangers = list("img, iframe, object, embed, link, form, svg, body style").map(name);

    // Nothing is wider than the window, but for what scrolls by itself.
    const scrolls = (e) => !!e.closest(".articles, nav");
    seen.overflow = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
    for (const e of list("body *")) {
      const box = e.getBoundingClientRect();
      if (box.width && box.right > innerWidth + 1 && !scrolls(e) && e.tagName !== "SCRIPT") seen.overflow.push(name(e));
    }
    for (const e of list(".card, .article")) if (e.scrollWidth > e.clientWidth + 1) seen.overflow.push(name(e));

    const read = ".article p, .article h3, .card h3, .soft, .tag b, .tag span, .change del, .change ins, .change small, " +
      ".says, .says b, .who i, .who a, .also a, .why li, mark, nav button, nav kbd, footer, h1, h2, h2 small";
    seen.faint = list(read).filter((e) => e.getClientRects().length && contrast(e) < 4.5).map((e) => `${name(e)} ${contrast(e).toFixed(1)}`);

    // Each finding is marked where it stands and in each text that its card points at; each link leads into its event.
    seen.unmarked = [];
    seen.broken_links = [];
    for (const card of cards) {
      for (const [at, link] of links(card).entries()) {
        const mark = target(link);
        if (!mark || mark.closest(".event") !== card.closest(".event")) seen.broken_links.push(link.outerHTML);
        else if (!mark.dataset.f.split(" ").includes(card.dataset.f)) seen.unmarked.push(name(card));
        else if (!mark.textContent || (at === 0 && !mark.classList.contains("hit"))) seen.unmarked.push(name(card));
        else if (getComputedStyle(mark).textDecorationLine === "none") seen.unmarked.push(name(mark));
      }
    }

    // On paper: every line of every text is there.
    seen.cut_off = list(".article").filter((e) => e.scrollHeight > e.clientHeight + 1).map(name);

    // Filters hide what they name and nothing else, marks of hidden findings fade, and all comes back.
    seen.filtering = [];
    for (const by of ["severity", "kind"]) {
      for (const button of list(`nav [data-${by}]`)) {
        button.click();
        for (const card of cards) {
          const wanted = card.dataset[by] !== button.dataset[by];
          if ((card.getClientRects().length > 0) !== wanted) seen.filtering.push(`${button.textContent}: ${name(card)}`);
        }
        for (const mark of list("mark[data-f]")) {
          const kept = mark.dataset.f.split(" ").some((f) => cards.some((c) => c.dataset.f === f && !c.hidden));
          if (mark.classList.contains("off") === kept) seen.filtering.push(`${button.textContent}: ${name(mark)}`);
        }
        button.click();
      }
    }
    if (cards.some((c) => c.hidden)) seen.filtering.push("not all came back");

    // j and k walk through the cards, on a Korean keyboard too, and stop at the ends; Escape lets go.
    seen.keys = [];
    seen.out_of_sight = [];
    const at = (n, why) => {
      const now = current();
      if (now.length !== (n < 0 ? 0 : 1) || (n >= 0 && now[0] !== cards[n])) seen.keys.push(why);
    };
    for (let n = 0; n < cards.length; n++) {
      key(n % 2 ? "ㅓ" : "j");
      at(n, `j to ${n}`);
      const on = list("mark.on");
      if (!on.length || on.some((m) => !m.dataset.f.split(" ").includes(cards[n].dataset.f))) seen.keys.push(`marks of ${n}`);
      await rest();
      const [place, evidence] = links(cards[n]).map(target);
      const shown = [cards[n].querySelector(".tag b"), place, evidence].map((e) => !e || inSight(e));
      if (shown.includes(false)) seen.out_of_sight.push(`${n} ${shown} ${name(cards[n])} ${JSON.stringify([place, evidence].map((e) => e && e.getClientRects()[0]))}`);
    }
    key("j");
    at(cards.length - 1, "j at the end");
    key("k");
    at(cards.length - 2, "k");
    key("ㅏ");
    at(cards.length - 3, "ㅏ");
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", ctrlKey: true, bubbles: true }));
    at(cards.length - 3, "Ctrl+j is the browser's");
    key("Escape");
    at(-1, "Escape");
    if (list("mark.on").length) seen.keys.push("marks after Escape");

    // A link jumps to the word, and the word leads back to a card of it.
    seen.jumps = [];
    seen.jumped = 0;
    for (const card of seen.filters_shown ? cards : []) {
      for (const link of links(card)) {
        link.click();
        await rest();
        const mark = target(link);
        seen.jumped += 1;
        if (!inSight(mark)) seen.jumps.push(`${link.getAttribute("href")} ${name(mark)} ${JSON.stringify(mark.getClientRects()[0])}`);
        if (current()[0] !== card) seen.jumps.push(`${link.getAttribute("href")} is of another card`);
      }
      target(links(card)[0]).click();
      await rest();
      const back = current()[0];
      if (!back || !inSight(back.querySelector(".tag b"))) seen.jumps.push(`back to ${name(card)}`);
    }

    // A link to a card opens with it.
    seen.opened = [];
    location.hash = "#" + cards[1].id;
    await rest();
    if (current()[0] !== cards[1]) seen.opened.push(cards[1].id);
    const word = target(links(cards[2])[0]);
    location.hash = "#" + word.id;
    await rest();
    if (!word.classList.contains("on") || current()[0] !== cards[2]) seen.opened.push(word.id);

    seen.title = document.title;
    // The policy is in force: a request is refused.
    const before = seen.violations.slice();
    await fetch("http://127.0.0.1:9/").catch(() => {});
    await rest();
    seen.refused = seen.violations.length > before.length;
    seen.violations = before;
  } catch (e) {
    seen.failed = `${e} ${e.stack}`;
  }
  parent.postMessage(btoa(unescape(encodeURIComponent(JSON.stringify(seen)))), "*");
});

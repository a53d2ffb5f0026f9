
"use strict";
// Lights up a claim's words with its card and sets each card beside its words; the page works without it.
(() => {
  const wide = matchMedia("(min-width: 62.01rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  for (const report of document.querySelectorAll(".report")) {
    const pieces = [...report.querySelectorAll(".s")];
    const cards = new Map([...report.querySelectorAll(".card")].map((card) => [card.dataset.n, card]));
    const first = (n) => document.getElementById(`${report.id}w${n}`);
    if (!cards.size) continue;
    report.dataset.live = "";
    const words = pieces.map((piece) => piece.dataset.c.split(" "));
    const mentions = pieces.map((piece) => piece.dataset.r.split(" "));
    let held = "";

    const light = (n) => {
      pieces.forEach((piece, i) => {
        piece.classList.toggle("lit", n !== "" && words[i].includes(n));
        piece.classList.toggle("goes-back", n !== "" && mentions[i].includes(n));
      });
      for (const [key, card] of cards) {
        card.classList.toggle("lit", key === n);
        first(key)?.classList.toggle("lit", key === n);
      }
    };

    // Each card stands level with its words, or under the card before it.
    const arrange = () => {
      for (const card of cards.values()) { card.style.marginTop = ""; card.style.transform = ""; }
      if (!wide.matches) return;
      const shown = [...cards.values()].filter((card) => card.offsetParent);
      if (!shown.length) return;
      const gap = 13;
      const top = shown[0].parentElement.getBoundingClientRect().top;
      let floor = 0;
      for (const [card, level, height] of shown.map((card) => [card, levelOf(card) - top, card.offsetHeight])) {
        const at = Math.max(level, floor);
        card.style.marginTop = `${at - floor}px`;
        floor = at + height + gap;
      }
    };
    const levelOf = (card) => (first(card.dataset.n) ?? card).getBoundingClientRect().top - 8;

    const choose = (n, { beside = false } = {}) => {
      held = n;
      light(n);
      for (const [key, card] of cards) {
        const sheet = key === n && !wide.matches;
        card.classList.toggle("sheet", sheet);
        card.classList.remove("beside");
        card.querySelector(".close").hidden = !sheet;
      }
      arrange();
      // Where claims crowd, a card stands far below its words: choosing the words lays it beside them.
      const card = cards.get(n);
      if (!beside || !card || !wide.matches) return;
      card.classList.add("beside");
      card.style.transform = `translateY(${levelOf(card) - card.getBoundingClientRect().top}px)`;
    };

    const bring = (node) => node?.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
    const piece = (event) => event.target.closest(".s");
    const number = (node) => node?.dataset.i || node?.dataset.r?.split(" ")[0] || "";

    report.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const card = event.target.closest(".card");
      light(card ? card.dataset.n : number(piece(event)) || held);
    });
    report.addEventListener("focusin", (event) => {
      const card = event.target.closest(".card");
      const link = event.target.closest(".num");
      const n = card ? card.dataset.n : link?.hash.split("c").pop();
      if (n) light(n);
    });
    report.addEventListener("click", (event) => {
      const card = event.target.closest(".card");
      const link = event.target.closest(".num");
      if (event.target.closest(".close")) return choose("");
      if (card) {
        choose(wide.matches ? card.dataset.n : "");
        light(card.dataset.n);
        if (link) event.preventDefault();
        bring(first(card.dataset.n));
        return;
      }
      if (link) {
        event.preventDefault();
        choose(link.hash.split("c").pop(), { beside: true });
        return;
      }
      const touched = piece(event);
      if (!touched) return;
      // A second click on nested words goes on to the claim around them.
      const here = words[pieces.indexOf(touched)].filter(Boolean);
      const next = here.includes(held) ? here[(here.indexOf(held) + 1) % here.length] : number(touched);
      choose(next, { beside: true });
    });
    report.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(""); });
    report.addEventListener("change", () => choose(""));
    wide.addEventListener("change", () => choose(""));
    new ResizeObserver(() => arrange()).observe(report.querySelector(".text"));
    document.fonts?.ready.then(() => arrange());
  }
})();

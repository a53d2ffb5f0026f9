
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
    const arrange = (levelled = "") => {
      const shown = [...cards.values()].filter((card) => card.offsetParent || card.classList.contains("sheet"));
      for (const card of cards.values()) card.style.marginTop = "";
      if (!wide.matches || !shown.length) return;
      const top = shown[0].parentElement.getBoundingClientRect().top;
      const want = shown.map((card) => (first(card.dataset.n)?.getBoundingClientRect().top ?? top) - top - 8);
      const high = shown.map((card) => card.offsetHeight);
      const gap = 13;
      const at = [];
      let floor = 0;
      shown.forEach((_, i) => { at[i] = Math.max(want[i], floor); floor = at[i] + high[i] + gap; });
      // The chosen card comes up to its words and pushes those before it up, as far as there is room.
      const chosen = shown.findIndex((card) => card.dataset.n === levelled);
      if (chosen >= 0) {
        let ceiling = Math.max(want[chosen], high.slice(0, chosen).reduce((sum, h) => sum + h + gap, 0));
        at[chosen] = ceiling;
        for (let i = chosen - 1; i >= 0; i--) { ceiling -= high[i] + gap; at[i] = Math.min(at[i], ceiling); ceiling = at[i]; }
        floor = at[chosen] + high[chosen] + gap;
        for (let i = chosen + 1; i < shown.length; i++) { at[i] = Math.max(want[i], floor); floor = at[i] + high[i] + gap; }
      }
      let under = 0;
      shown.forEach((card, i) => {
        card.style.marginTop = `${Math.max(0, at[i] - under)}px`;
        under = at[i] + high[i] + gap;
      });
    };

    const choose = (n) => {
      held = n;
      light(n);
      for (const [key, card] of cards) {
        const sheet = key === n && !wide.matches;
        card.classList.toggle("sheet", sheet);
        card.querySelector(".close").hidden = !sheet;
      }
      arrange(n);
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
        choose(link.hash.split("c").pop());
        return;
      }
      const touched = piece(event);
      if (!touched) return;
      // A second click on nested words goes on to the claim around them.
      const here = words[pieces.indexOf(touched)].filter(Boolean);
      const next = here.includes(held) ? here[(here.indexOf(held) + 1) % here.length] : number(touched);
      choose(next);
      if (wide.matches) bring(cards.get(next));
    });
    report.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(""); });
    report.addEventListener("change", () => choose(""));
    wide.addEventListener("change", () => choose(""));
    new ResizeObserver(() => arrange(held)).observe(report.querySelector(".text"));
    document.fonts?.ready.then(() => arrange(held));
  }
})();

// Shows claims in the text without touching its nodes: the CSS Custom Highlight API paints them, rails stand beside.
(() => {
  const text = document.getElementById("text");
  const written = document.getElementById("marks");
  if (!text || !written) return;
  const marks = JSON.parse(written.textContent);
  const lines = [...text.querySelectorAll("[data-line]")];
  const cards = [...document.querySelectorAll(".claim")];
  const rails = document.getElementById("rails");
  const canPaint = typeof Highlight === "function" && CSS.highlights;
  let now = -1, filter = "all";

  const rangeOf = ([line, start, end]) => {
    const range = new Range();
    range.setStart(lines[line].firstChild, start);
    range.setEnd(lines[line].firstChild, end);
    return range;
  };
  const ranges = marks.map((mark) => ({
    content: mark.content.map(rangeOf), source: [...mark.source, ...mark.resolved].map(rangeOf), cue: mark.cue.map(rangeOf),
    named: mark.source.map(rangeOf),
  }));
  // A list of claims that is much longer than all else runs beside it in a box of its own: any other is shown whole.
  const list = document.getElementById("claims"), beside = document.querySelector(".beside");
  const measure = () => {
    list.classList.remove("long");
    const others = [...beside.children].reduce((sum, each) => sum + each.offsetHeight, text.offsetHeight);
    list.classList.toggle("long", list.offsetHeight > Math.max(others * 1.4, innerHeight));
  };
  const isShown = (number) => filter === "all" || marks[number].filters.includes(filter);

  // A claim that lies within another's words is painted over it: shorter ones come later.
  const size = (mark) => mark.content.reduce((sum, [, start, end]) => sum + end - start, 0);
  const order = marks.map((_, number) => number).sort((a, b) => size(marks[b]) - size(marks[a]));

  function paint() {
    if (!canPaint) return;
    const painted = { named: [], unknown: [], anonymous: [], hedged: [], denied: [], source: [], cue: [] };
    const rank = {};
    order.forEach((number, place) => {
      if (!isShown(number)) return;
      const tone = marks[number].tone;
      painted[tone].push(...ranges[number].content);
      rank[tone] = place;
      painted.source.push(...ranges[number].named);
      painted.cue.push(...ranges[number].cue);
    });
    for (const [name, held] of Object.entries(painted)) {
      const highlight = new Highlight(...held);
      highlight.priority = name === "source" || name === "cue" ? 50 : rank[name] === undefined ? 0 : 1;
      CSS.highlights.set(name, highlight);
    }
    const chosen = now >= 0 ? ranges[now] : { content: [], source: [], cue: [] };
    [["now", chosen.content, 60], ["now-source", chosen.source, 70], ["now-cue", chosen.cue, 80]].forEach(([name, held, priority]) => {
      const highlight = new Highlight(...held);
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
    });
  }

  // One rail a claim, from its first line to its last; those that overlap stand side by side, the longest innermost.
  function layRails() {
    const box = text.getBoundingClientRect();
    const lanes = [];
    rails.replaceChildren();
    order.forEach((number) => {
      if (!isShown(number)) return;
      const rects = ranges[number].content.flatMap((range) => [...range.getClientRects()]).filter((rect) => rect.width);
      if (!rects.length) return;
      const top = Math.min(...rects.map((rect) => rect.top)) - box.top;
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) - box.top;
      let lane = lanes.findIndex((held) => held.every(([from, to]) => bottom <= from + 2 || top >= to - 2));
      if (lane < 0) lane = lanes.push([]) - 1;
      lanes[lane].push([top, bottom]);
      const rail = document.createElement("i");
      rail.className = `${marks[number].tone}${number === now ? " now" : ""}`;
      rail.dataset.claim = number;
      rail.style.insetBlockStart = `${top + 3}px`;
      rail.style.blockSize = `${Math.max(bottom - top - 6, 8)}px`;
      rail.style.insetInlineEnd = `${2 + lane * 7}px`;
      rails.append(rail);
    });
  }

  function choose(number, from) {
    now = number;
    cards.forEach((card, place) => card.classList.toggle("now", place === number));
    paint();
    layRails();
    if (number < 0) return;
    const isWide = matchMedia("(min-width: 62.01rem)").matches;
    if (from !== "text" && ranges[number].content.length) {
      const rect = ranges[number].content[0].getBoundingClientRect();
      if (isWide || from === "key") {
        if (rect.top < 120 || rect.bottom > innerHeight - 40) scrollBy({ top: rect.top - innerHeight / 3 });
      } else if (from === "card") scrollBy({ top: rect.top - innerHeight / 3 });
    }
    if (from !== "card" && isWide) cards[number].scrollIntoView({ block: "nearest" });
    if (from === "text" && !isWide) cards[number].scrollIntoView({ block: "center" });
    if (from !== "start") history.replaceState(null, "", `#claim-${marks[number].id}`);
  }

  // The innermost claim under the pointer: the one with the least words there.
  function claimAt(x, y) {
    const inside = (range) => [...range.getClientRects()].some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom);
    return [...order].reverse().find((number) => isShown(number) && ranges[number].content.some(inside)) ?? -1;
  }

  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const rail = event.target.closest("[data-claim]");
    const number = rail ? Number(rail.dataset.claim) : claimAt(event.clientX, event.clientY);
    if (number >= 0) choose(number, "text");
  });
  document.querySelectorAll("[data-show]").forEach((button) => {
    button.addEventListener("click", () => choose(Number(button.dataset.show), "card"));
  });
  document.querySelectorAll("[data-filter]").forEach((chip) => chip.addEventListener("click", () => {
    filter = chip.dataset.filter;
    document.querySelectorAll("[data-filter]").forEach((each) => each.setAttribute("aria-pressed", String(each === chip)));
    cards.forEach((card) => { card.hidden = !card.dataset.filters.split(" ").includes(filter); });
    if (now >= 0 && !isShown(now)) now = -1;
    paint();
    layRails();
  }));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const shown = marks.map((_, number) => number).filter(isShown);
    if (!shown.length) return;
    const place = shown.indexOf(now);
    choose(shown[(place + step + shown.length) % shown.length], "key");
  });
  addEventListener("hashchange", () => startWith(location.hash));
  addEventListener("resize", () => { layRails(); measure(); });

  // The words from one character of the text to another, line by line; the browser counts UTF-16 units, the hash characters.
  function wordsAt(from, to) {
    return lines.flatMap((line, number) => {
      const letters = [...line.textContent];
      const [start, end] = [from, to].map((at) => Math.min(Math.max(at - Number(line.dataset.start), 0), letters.length));
      const units = (count) => letters.slice(0, count).join("").length;
      return start < end ? [rangeOf([number, units(start), units(end)])] : [];
    });
  }

  function startWith(hash) {
    const number = marks.findIndex((mark) => hash === `#claim-${mark.id}`);
    const span = /^#span-(\d+)-(\d+)$/.exec(hash);
    const pointed = span ? wordsAt(Number(span[1]), Number(span[2])) : [];
    if (canPaint) {
      const highlight = new Highlight(...pointed);
      highlight.priority = 90;
      CSS.highlights.set("pointed", highlight);
    }
    if (number >= 0) choose(number, "start");
    else if (pointed.length) scrollBy({ top: pointed[0].getBoundingClientRect().top - innerHeight / 3 });
  }
  paint();
  layRails();
  measure();
  startWith(location.hash);
  // Lines break elsewhere once the fonts are there.
  document.fonts.ready.then(() => { layRails(); measure(); });
})();

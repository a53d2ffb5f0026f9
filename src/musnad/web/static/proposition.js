// Draws the chains of a proposition; where each node stands was reckoned on the server, the same as in the SVG.
(async () => {
  const box = document.getElementById("graph");
  if (!box || !window.cytoscape) return;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const styles = () => [
    { selector: "node", style: {
      shape: "data(shape)", width: 42, height: 42, "background-color": colour("--accent-paper"),
      "border-width": 2, "border-color": colour("--accent"), label: "data(label)", color: colour("--ink"),
      "font-family": "Plex Arabic, Tahoma, sans-serif", "font-size": 13, "text-valign": "bottom", "text-margin-y": 7,
      "text-wrap": "wrap", "text-max-width": isNarrow ? 130 : 170, "text-background-color": colour("--ground"),
      "text-background-opacity": .8, "text-background-padding": 2 } },
    { selector: "node.page", style: { width: 32, height: 42 } },
    { selector: "node.outlet", style: { width: 46, height: 34 } },
    { selector: "node.document", style: { width: 34, height: 42 } },
    { selector: "node.anon, node.unknown", style: {
      "border-style": "dashed", "border-color": colour("--anon"), "background-color": colour("--anon-paper") } },
    { selector: "node.folded", style: {
      "border-style": "double", "border-width": 7 } },
    { selector: "node.common", style: {
      "outline-width": 3, "outline-offset": 4, "outline-color": colour("--hedge") } },
    { selector: "node.circular", style: { "border-color": colour("--deny"), "background-color": colour("--deny-paper") } },
    { selector: "edge", style: {
      width: 2, "line-color": colour("--line-strong"), "target-arrow-color": colour("--line-strong"),
      "target-arrow-shape": "triangle", "curve-style": "bezier", "source-distance-from-node": 4,
      "target-distance-from-node": 4 } },
    { selector: "edge.denies", style: {
      "line-style": "dashed", "line-color": colour("--deny"), "target-arrow-color": colour("--deny") } },
    { selector: "edge.circular", style: {
      "line-color": colour("--deny"), "target-arrow-color": colour("--deny"), width: 3, "control-point-step-size": 60 } },
    { selector: ".faint", style: { opacity: .18 } },
  ];
  // A canvas draws with the fonts that are there already.
  await Promise.allSettled([document.fonts.load("13px 'Plex Arabic'", "مسند"), document.fonts.load("13px 'Plex Arabic'", "page")]);
  // Where no script draws, and on paper, the server's picture stands instead.
  box.hidden = false;
  const elements = JSON.parse(box.dataset.elements);
  const spots = elements.filter((each) => each.position).map((each) => each.position);
  // A narrow window reads chains downwards: a step of the chain becomes a row.
  const isNarrow = box.clientWidth < 560;
  if (isNarrow) {
    const far = document.dir === "rtl" ? Math.max(...spots.map((spot) => spot.x)) : Math.min(...spots.map((spot) => spot.x));
    spots.forEach((spot) => { [spot.x, spot.y] = [spot.y * 1.55, Math.abs(spot.x - far) * .56]; });
  }
  const tall = Math.max(...spots.map((spot) => spot.y)) - Math.min(...spots.map((spot) => spot.y)) + 150;
  box.style.height = `${Math.min(Math.max(tall, 200), innerHeight * .75)}px`;
  const graph = cytoscape({
    container: box, elements, layout: { name: "preset", padding: 24 },
    style: styles(), minZoom: .25, maxZoom: 2.5, wheelSensitivity: .25, boxSelectionEnabled: false,
    userZoomingEnabled: false, autoungrabify: false,
  });
  const fit = () => { graph.fit(graph.elements(), 26); if (graph.zoom() > 1.15) { graph.zoom(1.15); graph.center(); } };
  fit();
  window.addEventListener("resize", fit);
  // A finger's or the mouse's drag moves the picture; wheels keep scrolling the page unless the picture has been clicked.
  graph.on("tap", (event) => {
    graph.userZoomingEnabled(true);
    graph.elements().removeClass("faint");
    if (event.target === graph || !event.target.isNode()) return;
    const kept = event.target.union(event.target.successors()).union(event.target.predecessors());
    graph.elements().difference(kept).addClass("faint");
  });
  new MutationObserver(() => graph.style(styles())).observe(document.documentElement, { attributes: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(styles()));
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  const deeds = {
    fit, in: () => zoom(1.3), out: () => zoom(1 / 1.3),
    png: (button) => {
      const link = document.createElement("a");
      link.href = graph.png({ full: true, scale: 2, bg: colour("--ground") });
      link.download = `${button.dataset.name}.png`;
      link.click();
    },
  };
  document.querySelectorAll("[data-graph]").forEach((button) => {
    button.addEventListener("click", () => deeds[button.dataset.graph](button));
  });
  box.dataset.drawn = "yes";
})();

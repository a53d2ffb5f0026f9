// The map: countries as shapes, places as buttons, names as text of the page, so that Arabic is shaped by the browser.
(() => {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let map, frame, dots = [], names = [], places = [], asked = 0;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function style(countries) {
    return {
      version: 8,
      sources: {
        countries: { type: "geojson", data: countries },
        circles: { type: "geojson", data: collection([]) },
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": colour("--map-sea") } },
        { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("--map-land") } },
        { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("--map-line"), "line-width": 0.8 } },
        { id: "circles", type: "fill", source: "circles", paint: { "fill-color": colour("--accent"), "fill-opacity": ["case", ["get", "picked"], 0.22, 0.09] } },
        { id: "rims", type: "line", source: "circles", paint: { "line-color": colour("--accent"), "line-width": ["case", ["get", "picked"], 2, 0.8], "line-dasharray": [3, 2] } },
      ],
    };
  }

  const collection = (features) => ({ type: "FeatureCollection", features });

  async function begin() {
    frame = document.getElementById("map");
    if (!frame || frame.dataset.begun || frame.closest("[hidden]")) return;
    frame.dataset.begun = "yes";
    slide();
    try {
      maplibregl.setWorkerUrl("/static/vendor/maplibre-gl-worker.js");
      const [atlas, called] = await Promise.all([
        fetch("/static/vendor/countries.json").then((answer) => answer.json()),
        fetch(frame.dataset.countries).then((answer) => answer.json()),
      ]);
      if (!frame.isConnected) return;
      const countries = topojson.feature(atlas, atlas.objects.countries);
      frame.textContent = "";
      map = new maplibregl.Map({
        container: frame, style: style(countries), center: [38, 28], zoom: 2.6, minZoom: 0.8, maxZoom: 12,
        hash: "map", attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
        canvasContextAttributes: { preserveDrawingBuffer: true },
        locale: { "NavigationControl.ZoomIn": frame.dataset.in, "NavigationControl.ZoomOut": frame.dataset.out, "ScaleControl.Kilometers": frame.dataset.kilometres, "ScaleControl.Meters": frame.dataset.metres },
      });
      map.touchZoomRotate.disableRotation();
      map.addControl(new maplibregl.NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
      map.addControl(new maplibregl.ScaleControl({ unit: "metric" }), document.dir === "rtl" ? "bottom-right" : "bottom-left");
      map.getCanvas().setAttribute("aria-label", frame.getAttribute("aria-label"));
      nameCountries(countries, called);
      map.on("load", async () => { if (!location.hash.includes("map=")) await fit(); await refresh(); });
      map.on("moveend", refresh);
      window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    } catch (error) {
      frame.textContent = "";
      const note = document.createElement("p");
      note.className = "map-note";
      note.textContent = frame.dataset.none;
      frame.append(note);
      frame.dataset.failed = String(error);
    }
  }

  function repaint() {
    map.setPaintProperty("sea", "background-color", colour("--map-sea"));
    map.setPaintProperty("land", "fill-color", colour("--map-land"));
    map.setPaintProperty("borders", "line-color", colour("--map-line"));
    map.setPaintProperty("circles", "fill-color", colour("--accent"));
    map.setPaintProperty("rims", "line-color", colour("--accent"));
  }

  // The name of a country stands in the middle of its largest piece of land.
  function nameCountries(countries, called) {
    for (const country of countries.features) {
      const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
      const pieces = parts.map((part) => middle(part[0])).sort((a, b) => b.area - a.area);
      const label = document.createElement("span");
      label.className = pieces[0].area > 120 ? "country large" : "country";
      label.textContent = called[country.id] || called[country.properties.name] || country.properties.name;
      label.setAttribute("aria-hidden", "true");
      const marker = new maplibregl.Marker({ element: label }).setLngLat(pieces[0].at).addTo(map);
      names.push({ label, marker, area: pieces[0].area });
    }
    names.sort((a, b) => b.area - a.area);
  }

  function middle(ring) {
    let area = 0, x = 0, y = 0;
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [ax, ay] = ring[i], [bx, by] = ring[i + 1], cross = ax * by - bx * ay;
      area += cross; x += (ax + bx) * cross; y += (ay + by) * cross;
    }
    return { area: Math.abs(area / 2), at: area ? [x / (3 * area), y / (3 * area)] : ring[0] };
  }

  // Names that would lie over dots or over each other are left out, small countries first.
  function thin() {
    const taken = dots.map((each) => each.element.getBoundingClientRect());
    const frameBox = frame.getBoundingClientRect(), zoom = map.getZoom();
    const said = new Set(dots.map((each) => each.town.textContent));
    const clear = (box) => !taken.some((each) => box.left < each.right && box.right > each.left && box.top < each.bottom && box.bottom > each.top);
    for (const { label } of [...dots.filter((each) => each.town).map((each) => ({ label: each.town })), ...names]) {
      const box = label.getBoundingClientRect();
      const inside = box.right > frameBox.left && box.left < frameBox.right && box.bottom > frameBox.top && box.top < frameBox.bottom;
      const small = label.classList.contains("country") && names.find((each) => each.label === label).area * 4 ** zoom < 900;
      const twice = label.classList.contains("country") && said.has(label.textContent);
      const shown = inside && !small && !twice && clear(box);
      label.classList.toggle("off", !shown);
      if (shown) taken.push(box);
    }
  }

  function parameters() {
    const wanted = new URLSearchParams();
    if (frame.dataset.query) wanted.set("q", frame.dataset.query);
    if (frame.dataset.from) wanted.set("from", frame.dataset.from);
    if (frame.dataset.to) wanted.set("to", frame.dataset.to);
    return wanted;
  }

  async function fit() {
    const found = await (await fetch(`${frame.dataset.places}&${parameters()}&zoom=6`)).json();
    const near = found.flatMap((cluster) => cluster.places).filter((place) => place.radius_km < 1500);
    if (!near.length || !map) return;
    const box = new maplibregl.LngLatBounds();
    const most = Math.max(...near.map((place) => place.reports));
    for (const place of near) if (place.reports * 12 >= most) box.extend([place.longitude, place.latitude]);
    map.fitBounds(box, { padding: 60, maxZoom: 6, animate: false });
  }

  async function refresh() {
    if (!map) return;
    const turn = (asked += 1), box = map.getBounds(), wanted = parameters();
    const clip = (number, most) => Math.max(-most, Math.min(most, number)).toFixed(4);
    wanted.set("zoom", map.getZoom().toFixed(2));
    if (box.getEast() - box.getWest() < 360) { wanted.set("west", clip(box.getWest(), 180)); wanted.set("east", clip(box.getEast(), 180)); }
    wanted.set("south", clip(box.getSouth(), 90));
    wanted.set("north", clip(box.getNorth(), 90));
    const drawn = map;
    const answer = await fetch(`${frame.dataset.places}&${wanted}`);
    const clusters = answer.ok ? await answer.json() : null;
    // Another query or another part of the world may have been asked for meanwhile.
    if (turn === asked && drawn === map && clusters) place(clusters);
  }

  function place(clusters) {
    for (const each of dots) { each.marker.remove(); each.sign?.remove(); }
    dots = [];
    places = clusters.flatMap((cluster) => cluster.places);
    for (const cluster of clusters) {
      const dot = document.createElement("button");
      const first = cluster.places[0];
      dot.type = "button";
      dot.className = `dot s${1 + [5, 15, 50, 200].filter((step) => cluster.reports >= step).length}`;
      dot.textContent = cluster.reports;
      const unit = cluster.reports === 1 ? frame.dataset.one : frame.dataset.many;
      const listed = cluster.places.map((each) => each.name).join(document.dir === "rtl" ? "، " : ", ");
      dot.title = `${listed}${cluster.count > cluster.places.length ? " …" : ""}: ${cluster.reports} ${unit}`;
      dot.setAttribute("aria-label", dot.title);
      dot.classList.toggle("picked", cluster.count === 1 && first.id === frame.dataset.place);
      dot.addEventListener("click", () => open(cluster));
      const marker = new maplibregl.Marker({ element: dot }).setLngLat([cluster.longitude, cluster.latitude]).addTo(map);
      dot.setAttribute("role", "button");
      const town = document.createElement("span");
      town.className = "town";
      town.setAttribute("aria-hidden", "true");
      town.textContent = cluster.count > 1 ? `${first.name} +${cluster.count - 1}` : first.name;
      const under = dot.offsetHeight / 2 + 9;
      const sign = new maplibregl.Marker({ element: town, offset: [0, under] }).setLngLat([cluster.longitude, cluster.latitude]).addTo(map);
      dots.push({ element: dot, marker, town, sign });
    }
    draw();
    thin();
    frame.dataset.dots = dots.length;
  }

  // A circle is drawn where it says something at this nearness: neither a point nor half of the map.
  function draw() {
    const kilometre = 512 * 2 ** map.getZoom() / 40075;
    const shown = places.filter((place) => {
      const pixels = place.radius_km * kilometre / Math.cos(place.latitude * Math.PI / 180);
      return place.id === frame.dataset.place || (!place.wide && pixels > 16 && pixels < 170);
    });
    map.getSource("circles").setData(collection(shown.map((place) => ({
      type: "Feature", properties: { picked: place.id === frame.dataset.place },
      geometry: { type: "Polygon", coordinates: [around(place)] },
    }))));
  }

  function around(place) {
    const high = place.radius_km / 111.32, wide = high / Math.max(0.05, Math.cos(place.latitude * Math.PI / 180));
    return Array.from({ length: 65 }, (_, step) => {
      const turn = step / 64 * 2 * Math.PI;
      return [place.longitude + wide * Math.cos(turn), Math.max(-85, Math.min(85, place.latitude + high * Math.sin(turn)))];
    });
  }

  function open(cluster) {
    const [west, south, east, north] = cluster.bounds;
    if (cluster.count > 1 && map.getZoom() < 9 && (east - west > 0.02 || north - south > 0.02)) {
      map.fitBounds([[west, south], [east, north]], { padding: 110, maxZoom: Math.min(11, map.getZoom() + 3), animate: !calm });
      return;
    }
    choose(cluster.places[0].id);
  }

  function choose(id) {
    frame.dataset.place = id;
    const wanted = parameters();
    wanted.set("place", id);
    history.replaceState(null, "", `/map?${wanted}${location.hash}`);
    htmx.ajax("GET", `/map?${wanted}`, { target: "#chosen", select: "#chosen", swap: "outerHTML" });
    for (const each of dots) each.element.classList.remove("picked");
    draw();
    refresh();
  }

  function slide() {
    const form = document.getElementById("slider");
    if (!form) return;
    const steps = form.dataset.steps.split(" "), labels = form.dataset.labels.split("|");
    const since = form.querySelector("#since"), until = form.querySelector("#until");
    const tell = () => {
      form.querySelector("#since-label").textContent = labels[since.value];
      form.querySelector("#until-label").textContent = labels[until.value];
      since.setAttribute("aria-valuetext", labels[since.value]);
      until.setAttribute("aria-valuetext", labels[until.value]);
    };
    const keepOrder = (moved) => {
      if (Number(since.value) > Number(until.value)) (moved === since ? until : since).value = moved.value;
      tell();
    };
    const apply = () => {
      frame.dataset.from = since.value === since.min ? "" : steps[since.value];
      frame.dataset.to = until.value === until.max ? "" : steps[until.value];
      const wanted = parameters();
      if (frame.dataset.place) wanted.set("place", frame.dataset.place);
      history.replaceState(null, "", `/map?${wanted}${location.hash}`);
      htmx.ajax("GET", `/map?${wanted}`, { target: "#place-table", select: "#place-table", swap: "outerHTML", });
      if (map) refresh();
    };
    for (const end of [since, until]) {
      end.addEventListener("input", () => keepOrder(end));
      end.addEventListener("change", apply);
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    tell();
  }

  // The picture has the names and numbers too: they are text of the page, which the canvas of the map lacks.
  function picture() {
    const ground = map.getCanvas(), box = frame.getBoundingClientRect(), scale = ground.width / box.width;
    const canvas = document.createElement("canvas");
    canvas.width = ground.width;
    canvas.height = ground.height;
    const paper = canvas.getContext("2d");
    paper.drawImage(ground, 0, 0);
    paper.scale(scale, scale);
    paper.textAlign = "center";
    paper.textBaseline = "middle";
    paper.direction = document.dir || "ltr";
    const write = (element) => {
      const at = element.getBoundingClientRect(), look = getComputedStyle(element);
      paper.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
      paper.fillStyle = look.color;
      paper.fillText(element.textContent, at.left + at.width / 2 - box.left, at.top + at.height / 2 - box.top);
    };
    for (const { label } of names) if (!label.classList.contains("off")) write(label);
    for (const { element, town } of dots) {
      const at = element.getBoundingClientRect();
      paper.fillStyle = colour("--map-dot");
      paper.beginPath();
      paper.arc(at.left + at.width / 2 - box.left, at.top + at.height / 2 - box.top, at.width / 2, 0, 2 * Math.PI);
      paper.fill();
      write(element);
      if (!town.classList.contains("off")) write(town);
    }
    canvas.toBlob((blob) => saveBlob(blob, "musnad-map.png"), "image/png");
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#map-picture") && map) picture();
    const pick = event.target.closest(".pick");
    if (pick && map) {
      event.preventDefault();
      choose(pick.dataset.place);
      map.easeTo({ center: [Number(pick.dataset.longitude), Number(pick.dataset.latitude)], zoom: Math.max(map.getZoom(), 5), animate: !calm });
      frame.scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "found") return;
    map?.remove();
    [map, dots, names, places] = [null, [], [], []];
    begin();
  });
})();

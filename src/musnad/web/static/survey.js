// What the pages that look at a query do in the browser: facets fold away on a phone, and a picture is saved as PNG.
function foldOnPhones() {
  if (window.matchMedia("(max-width: 60rem)").matches) {
    for (const each of document.querySelectorAll(".facets > details")) each.open = false;
  }
}

// The SVG of the server is drawn once, twice as large, on a white ground; text is laid out by the browser.
function savePicture(address, name) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveBlob(blob, name), "image/png");
  };
  image.src = address;
}

function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-picture]");
  if (button) savePicture(button.dataset.picture, button.dataset.name);
});
document.addEventListener("DOMContentLoaded", foldOnPhones);
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "found") foldOnPhones();
});
// An empty line takes the page's direction; what is typed takes its own.
document.addEventListener("input", (event) => {
  if (event.target.id === "q") event.target.dir = event.target.value ? "auto" : document.documentElement.dir;
});

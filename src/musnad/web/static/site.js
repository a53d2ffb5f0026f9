// What every page does: requests of htmx carry the token of the visitor's forms.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = document.querySelector('meta[name="csrf"]').content;
});
// On a phone the bar is wider than the screen: the page that is open shall be seen in it.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".bar [aria-current], .house [aria-current]").forEach((each) => each.scrollIntoView({ block: "nearest", inline: "center" }));
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

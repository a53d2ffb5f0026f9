// What every page does: requests of htmx carry the token of the visitor's forms.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = document.querySelector('meta[name="csrf"]').content;
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

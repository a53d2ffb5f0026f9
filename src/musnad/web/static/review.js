// One key decides, while the card has the focus; keys are told by their place, so that an Arabic keyboard does too.
(() => {
  const places = { Digit1: "1", Numpad1: "1", Digit2: "2", Numpad2: "2", Digit3: "3", Numpad3: "3", KeyZ: "Z" };
  document.addEventListener("keydown", (event) => {
    const key = places[event.code], card = document.getElementById("card");
    if (!key || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const within = document.activeElement === document.body || document.activeElement?.closest("#card, .done, #main");
    if (!within || document.activeElement?.matches("input, select, textarea")) return;
    const button = document.querySelector(`#found [data-key="${key}"]:not(:disabled)`);
    if (button) { event.preventDefault(); button.click(); }
    else if (card) card.focus();
  });
  const focus = () => document.getElementById("card")?.focus({ preventScroll: true });
  document.addEventListener("DOMContentLoaded", focus);
  document.addEventListener("htmx:afterSettle", focus);
})();

// A fragment that renews itself must not close what its reader has opened: [data-stays-open] keeps its state.
let open = new Set();

document.addEventListener("htmx:beforeSwap", () => {
  open = new Set([...document.querySelectorAll("[data-stays-open] details[open], details[data-stays-open][open]")].map(keyOf));
});

document.addEventListener("htmx:afterSwap", () => {
  for (const details of document.querySelectorAll("[data-stays-open] details, details[data-stays-open]")) {
    if (open.has(keyOf(details))) details.open = true;
  }
});

// Reasons keep their words while their numbers grow.
function keyOf(details) {
  return details.id || details.querySelector("summary > span").textContent;
}

// Small manners for forms, attached by attribute.

// [data-auto-submit]: a choice that takes effect when made.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-auto-submit]")) event.target.form.requestSubmit();
});

// [data-tick-all]: a box that stands for all boxes of its group.
document.addEventListener("change", (event) => {
  const group = event.target.closest?.("fieldset");
  const all = group?.querySelector("[data-tick-all]");
  if (!all) return;
  const boxes = [...group.querySelectorAll("[type=checkbox][name]")];
  if (event.target === all) for (const box of boxes) box.checked = all.checked;
  const ticked = boxes.filter((box) => box.checked).length;
  all.checked = ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
});

// [data-echo="id"]: a slider says its value in words that can be read.
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
document.addEventListener("input", (event) => {
  const echo = event.target.dataset?.echo && document.getElementById(event.target.dataset.echo);
  if (echo) echo.textContent = percent.format(event.target.value / 100);
});

// form[data-keys]: Ctrl or ⌘ with Enter sends it from any of its fields, Escape leaves it.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-keys]");
  if (!form || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  if (event.key === "Escape") form.querySelector("[data-leave]").click();
});

// A form sent twice is two sources; the button tells that it was heard. [data-download] leads to no other page.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method === "dialog" || "download" in button.dataset) return;
  button.setAttribute("aria-busy", "true");
  requestAnimationFrame(() => (button.disabled = true));
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[aria-busy=true]")) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
});

// Files can be dropped where they can be chosen.
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const drop = event.target.closest?.(".file-drop");
    if (!drop) return;
    event.preventDefault();
    drop.toggleAttribute("data-over", type === "dragover");
    if (type === "drop") drop.querySelector("input[type=file]").files = event.dataTransfer.files;
  });
}

// [data-confirm-name]: what cannot be undone is typed by name before the button works.
document.addEventListener("input", (event) => {
  const name = event.target.dataset?.confirmName;
  if (name !== undefined) event.target.form.querySelector("[type=submit]").disabled = event.target.value.trim() !== name.trim();
});

// The first field with an error is where the reader wants to be.
document.querySelector("[aria-invalid=true]")?.focus();

// [data-dialog="id"] opens a dialog; [data-close] closes the one around it; a click beside it too.
// Without scripts the same links lead to the page with the dialog's content open.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    open(dialog, opener.dataset.part);
  } else if (event.target.closest("[data-close]")) {
    const around = event.target.closest("dialog");
    if (around) {
      event.preventDefault();
      around.close();
    }
  } else if (event.target.matches("dialog.dialog") && isOutside(event)) {
    event.target.close();
  }
});

function open(dialog, part) {
  const details = part && dialog.querySelector(`#${part}`);
  if (details) details.open = true;
  if (dialog.open) dialog.close();
  dialog.showModal();
}

function isOutside({ target, clientX: x, clientY: y }) {
  const box = target.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}

// A page that arrives with a dialog open (a link, or a form with errors) shows it as a modal one.
for (const dialog of document.querySelectorAll("dialog.dialog[open]")) open(dialog);

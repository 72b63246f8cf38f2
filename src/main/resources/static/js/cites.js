// A chip shows its quote. A finger has no hover: its first tap shows the quote, its second goes there.
let touched = false;

document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
});

document.addEventListener("click", (event) => {
  const cite = event.target.closest?.(".cite");
  for (const shown of document.querySelectorAll(".cite[data-shown]")) if (shown !== cite) delete shown.dataset.shown;
  if (cite && touched && !("shown" in cite.dataset)) {
    event.preventDefault();
    cite.dataset.shown = "";
    cite.querySelector("a").focus();
    place(cite);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const cite of document.querySelectorAll(".cite:hover, .cite:focus-within")) cite.dataset.dismissed = "";
});

for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const cite = event.target.closest?.(".cite");
    if (cite) place(cite);
  });
}

for (const type of ["pointerout", "focusout"]) {
  document.addEventListener(type, (event) => {
    const cite = event.target.closest?.(".cite");
    if (cite && !cite.contains(event.relatedTarget)) delete cite.dataset.dismissed;
  });
}

// Opens to the side that has the room.
function place(cite) {
  cite.toggleAttribute("data-flips", cite.getBoundingClientRect().left > innerWidth / 2);
}

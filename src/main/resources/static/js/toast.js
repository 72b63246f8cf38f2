// <taros-toasts> shows what just happened. A toast with an address offers to undo it.
class Toasts extends HTMLElement {
  connectedCallback() {
    for (const ready of document.querySelectorAll("template[data-toast]")) {
      this.show(ready.dataset.toast);
      ready.remove();
    }
  }

  show(sentence, { label, act } = {}) {
    for (const told of this.querySelectorAll("span")) if (told.textContent === sentence) told.parentElement.remove();
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.append(Object.assign(document.createElement("span"), { textContent: sentence }));
    if (act) {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "toast-button",
        textContent: label,
      });
      button.addEventListener("click", () => {
        toast.remove();
        act();
      });
      toast.append(button);
    }
    this.append(toast);
    this.#expire(toast);
  }

  // Waits while a person is on it: reading or reaching for "Undo" must not race a clock.
  #expire(toast) {
    let timer;
    const start = () => (timer = setTimeout(() => toast.remove(), 6000));
    const stop = () => clearTimeout(timer);
    toast.addEventListener("mouseenter", stop);
    toast.addEventListener("mouseleave", start);
    toast.addEventListener("focusin", stop);
    toast.addEventListener("focusout", start);
    start();
  }
}

customElements.define("taros-toasts", Toasts);

export const toast = (sentence, options) => document.querySelector("taros-toasts")?.show(sentence, options);

// A response fragment may carry a toast of its own.
document.addEventListener("htmx:afterSettle", () => document.querySelector("taros-toasts")?.connectedCallback());

// What htmx asked for in vain has no place on the page: it is told here, in the words of the answer where it has some.
const refusal = (answer) => {
  if (answer.getResponseHeader("Content-Type")?.includes("json")) return JSON.parse(answer.responseText).detail;
  return new DOMParser().parseFromString(answer.responseText, "text/html").querySelector(".error-page p")?.textContent;
};
for (const type of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(type, (event) => {
    const toasts = document.querySelector("taros-toasts");
    toasts?.show(refusal(event.detail.xhr) ?? toasts.dataset.trouble);
  });
}

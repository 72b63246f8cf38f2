// <taros-theme> remembers the choice in a cookie, so that the next page is right from its first byte.
const YEAR = 31536000;

class Theme extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-theme]")?.dataset.theme;
      if (choice) this.#choose(choice);
    });
  }

  #choose(choice) {
    if (choice === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = choice;
    }
    document.cookie = `taros-theme=${choice}; path=/; max-age=${choice === "system" ? 0 : YEAR}; samesite=lax`;
    this.closest("details")?.removeAttribute("open");
  }
}

customElements.define("taros-theme", Theme);

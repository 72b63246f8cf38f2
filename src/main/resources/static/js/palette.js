// ⌘K: go anywhere, do anything, by typing. The list is rendered by the server; this filters it.
class Palette extends HTMLElement {
  #dialog;
  #input;
  #options;

  connectedCallback() {
    this.#dialog = this.querySelector("dialog");
    this.#input = this.querySelector("input");
    this.#input.addEventListener("input", () => this.#filter());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
    document.addEventListener("keydown", this.#shortcut);
    document.addEventListener("taros:palette", this.open);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#shortcut);
    document.removeEventListener("taros:palette", this.open);
  }

  open = () => {
    this.#offer();
    this.#input.value = "";
    this.#filter();
    this.#dialog.showModal();
    this.#input.focus();
  };

  // What the page offers to do here stands first: a button of it that says what it does.
  #offer() {
    const list = this.querySelector("[role=listbox]");
    list.querySelectorAll("button").forEach((option) => option.remove());
    const here = [...document.querySelectorAll("button[data-command]")].map((button) => {
      const option = Object.assign(document.createElement("button"), { type: "button", role: "option", tabIndex: -1, textContent: button.dataset.command });
      option.addEventListener("click", () => {
        this.#dialog.close();
        button.click();
      });
      return option;
    });
    list.prepend(...here);
    this.#options = [...list.querySelectorAll("[role=option]")];
    this.#options.forEach((option, i) => (option.id = `palette-${i}`));
  }

  #shortcut = (event) => {
    if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      this.#dialog.open ? this.#dialog.close() : this.open();
    }
  };

  get #shown() {
    return this.#options.filter((option) => !option.hidden);
  }

  #filter() {
    const words = this.#input.value.toLowerCase().split(/\s+/);
    for (const option of this.#options) {
      const text = option.textContent.toLowerCase();
      option.hidden = !words.every((word) => text.includes(word));
    }
    this.querySelector(".palette-none").hidden = this.#shown.length > 0;
    this.#select(this.#shown[0]);
  }

  #select(chosen) {
    this.#options.forEach((option) => option.setAttribute("aria-selected", option === chosen));
    chosen?.scrollIntoView({ block: "nearest" });
    chosen ? this.#input.setAttribute("aria-activedescendant", chosen.id) : this.#input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const shown = this.#shown;
    const at = shown.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#select(shown[(at + step + shown.length) % shown.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      shown[at]?.click();
    }
  }
}

customElements.define("taros-palette", Palette);

class PaletteButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);
    if (!isApple) this.querySelector("kbd").textContent = "Ctrl K";
    button.addEventListener("click", () => document.dispatchEvent(new Event("taros:palette")));
  }
}

customElements.define("taros-palette-button", PaletteButton);

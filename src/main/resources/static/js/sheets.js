// <taros-sheet>: a page of an original. One that cannot be drawn leaves its place to a sentence.
customElements.define(
  "taros-sheet",
  class extends HTMLElement {
    connectedCallback() {
      const picture = this.querySelector("img");
      picture.addEventListener("error", () => this.#lose(picture), { once: true });
      if (picture.complete && !picture.naturalWidth) this.#lose(picture);
    }

    #lose(picture) {
      picture.hidden = true;
      this.querySelector("p").hidden = false;
    }
  },
);

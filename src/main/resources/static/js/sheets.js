// <taros-sheet>: a page of an original. It is asked for again, as many may be drawn at the moment; one that cannot be drawn leaves
// its place to a sentence.
const PAUSES = [4_000, 12_000];

customElements.define(
  "taros-sheet",
  class extends HTMLElement {
    #failures = 0;

    connectedCallback() {
      const picture = this.querySelector("img");
      picture.addEventListener("error", () => this.#fail(picture));
      if (picture.complete && !picture.naturalWidth) this.#fail(picture);
    }

    #fail(picture) {
      const pause = PAUSES[this.#failures++];
      if (pause) setTimeout(() => (picture.src = picture.src), pause);
      else this.#lose(picture);
    }

    #lose(picture) {
      picture.hidden = true;
      this.querySelector("p").hidden = false;
    }
  },
);

import type { Opinion } from "./api";
import { button, h, say } from "./dom";
import type { Texts } from "./i18n/texts";
import { parts } from "./parts";
import { over, type Talking } from "./state";

export interface ClosingWishes {
  /** Whether the visitor has not said yet how it was. */
  readonly mayRate: () => boolean;
  readonly rate: (opinion: Opinion) => Promise<void>;
  readonly fresh: () => void;
  readonly mail: (() => void) | undefined;
}

/** What stands below a chat that is settled or over: that it is, how it was, and how to go on. */
export class Closing {
  readonly element: HTMLElement;
  readonly #texts: Texts;
  readonly #wishes: ClosingWishes;
  readonly #title = h("p", { class: "over", role: "status" });
  readonly #content = h("div", { class: "after" });

  constructor(texts: Texts, wishes: ClosingWishes) {
    this.#texts = texts;
    this.#wishes = wishes;
    this.element = h("section", { class: "closing", hidden: true }, [this.#title, this.#content]);
  }

  /** Answers whether it appeared just now. */
  update(state: Talking | undefined): boolean {
    const { stage } = state ?? {};
    const shown = state && over(state) && state.entries.length > 0;
    const appeared = shown && this.element.hidden === true;
    this.element.hidden = !shown;
    say(this.#title, shown ? this.#texts[stage as "resolved" | "closed"] : "");
    if (appeared) {
      const { fresh, mail, mayRate, rate } = this.#wishes;
      const ways = h("div", { class: "ways" }, [
        button("plain", [this.#texts.fresh], fresh),
        mail && button("plain", [this.#texts.mail], mail),
      ]);
      const asked = h("div", { class: "after" });
      this.#content.replaceChildren(asked, ways);
      if (mayRate()) {
        // Whoever cannot be asked is not.
        import("./rating").then(({ question }) => question(parts, this.#texts, asked, rate), () => {});
      }
    }
    return appeared ?? false;
  }
}

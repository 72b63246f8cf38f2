import { h } from "./dom";
import type { Texts } from "./i18n/texts";
import { trouble } from "./sheet";

/** A box the visitor ticks before the first word, where the bot's owner asks for it. */
export class Consent {
  readonly element: HTMLElement;
  readonly #box = h("input", { type: "checkbox", "aria-describedby": "consent" }, [], { change: () => this.#tell("") });
  readonly #problem = trouble();
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
    this.#problem.id = "consent";
    this.element = h("div", { class: "consent" }, [h("label", {}, [this.#box, h("span", {}, [texts.consent])]), this.#problem]);
  }

  /** The sentence, once it was agreed to. */
  get given(): string | undefined {
    return this.#box.checked ? this.#texts.consent : undefined;
  }

  demand(): void {
    this.#tell(this.#texts.consentNeed);
    this.#box.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Another conversation is another matter. */
  reset(): void {
    this.#box.checked = false;
    this.#tell("");
  }

  #tell(problem: string): void {
    this.#problem.textContent = problem;
  }
}

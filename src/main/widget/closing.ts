import type { Opinion } from "./api";
import { button, h, say } from "./dom";
import type { Texts } from "./i18n/texts";
import { trouble, trying } from "./sheet";
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
      const { fresh, mail, mayRate } = this.#wishes;
      const ways = h("div", { class: "ways" }, [
        button("plain", [this.#texts.fresh], fresh),
        mail && button("plain", [this.#texts.mail], mail),
      ]);
      this.#content.replaceChildren(...(mayRate() ? [this.#question(), ways] : [ways]));
    }
    return appeared ?? false;
  }

  /** One to five, with words: the ends name the scale, then the chosen one is spelled out, and a remark may follow. */
  #question(): HTMLElement {
    const texts = this.#texts;
    const words = [texts.csat1, texts.csat2, texts.csat3, texts.csat4, texts.csat5].map((word, index) => `${index + 1}: ${word}`);
    const scale = h("p", { class: "rules", "aria-hidden": "true" }, [`${words[0]}, ${words[4]}`]);
    const problem = trouble();
    const comment = remark(texts);
    const send = button("primary", [texts.send]);
    const more = h("div", { class: "after", hidden: true }, [comment, problem, send]);
    let score = 0;
    const option = (word: string, index: number) => {
      const choose = () => {
        score = index + 1;
        scale.textContent = word;
        more.hidden = false;
        more.scrollIntoView({ block: "nearest" });
      };
      const box = h("input", { type: "radio", name: "score", "aria-label": word }, [], { change: choose });
      return h("label", {}, [box, h("span", {}, [String(index + 1)])]);
    };
    const choices = h("fieldset", {}, [h("legend", {}, [texts.csat]), h("div", { class: "scale" }, words.map(option)), scale]);
    const form = h("form", { class: "csat" }, [choices, more], {
      submit: async (event) => {
        event.preventDefault();
        if (await trying(send, problem, texts, () => this.#wishes.rate(opinion(comment, { score })))) {
          const thanks = h("p", { role: "status", tabindex: -1 }, [texts.thanks]);
          form.replaceWith(thanks);
          thanks.focus({ preventScroll: true });
        }
      },
    });
    return form;
  }
}

/** Whoever rates can say why, and need not. */
export function remark({ remark }: Texts): HTMLTextAreaElement {
  return h("textarea", { rows: 2, maxlength: 1000, "aria-label": remark, placeholder: remark });
}

function opinion({ value }: HTMLTextAreaElement, given: Opinion): Opinion {
  const comment = value.trim();
  return comment ? { ...given, comment } : given;
}

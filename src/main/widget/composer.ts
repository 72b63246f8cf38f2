import { h, icon, iconButton } from "./dom";
import { fill } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import type { Talking } from "./state";

const LONGEST = 4_000;

export interface ComposerWishes {
  readonly send: (text: string) => void;
  readonly person: () => void;
  readonly typing: () => void;
}

/** Grows to five lines; enter sends, shift-enter breaks, and a text being composed by an input method is left alone. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #send: HTMLButtonElement;
  readonly #person: HTMLButtonElement;
  readonly #texts: Texts;
  readonly #wishes: ComposerWishes;

  constructor(texts: Texts, wishes: ComposerWishes) {
    this.#texts = texts;
    this.#wishes = wishes;
    this.#field = h(
      "textarea",
      { rows: 1, maxlength: LONGEST, placeholder: texts.message, "aria-label": texts.message, enterkeyhint: "send" },
      [],
      { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    );
    this.#send = iconButton("send", texts.send, { type: "submit", class: "send", disabled: true });
    this.#person = h("button", { type: "button", class: "talk" }, [icon("person"), h("span", {}, [texts.talk])], {
      click: wishes.person,
    });
    this.element = h("form", { class: "composer" }, [this.#field, h("div", { class: "tools" }, [this.#person, this.#send])], {
      submit: (event) => {
        event.preventDefault();
        this.#submit();
      },
    });
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
  }

  /** Back into the field, for what could not be sent yet. */
  put(text: string): void {
    this.#field.value = text;
    this.#fit();
  }

  /** Nobody needs to be asked twice; the hint says who will read it. */
  update({ stage, by }: Talking): void {
    const { message, messagePerson, messageAgain } = this.#texts;
    const hints = {
      bot: message,
      waiting: message,
      person: by ? fill(messagePerson, "name", by) : message,
      resolved: messageAgain,
      closed: messageAgain,
    };
    this.#person.disabled = stage === "waiting" || stage === "person";
    this.#field.placeholder = hints[stage];
  }

  #typed(): void {
    this.#fit();
    if (this.#field.value) {
      this.#wishes.typing();
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    }
  }

  #submit(): void {
    const text = this.#field.value.trim();
    if (text) {
      this.#field.value = "";
      this.#fit();
      this.#wishes.send(text);
    }
  }

  #fit(): void {
    this.#send.disabled = this.#field.value.trim() === "";
    this.#field.style.blockSize = "auto";
    this.#field.style.blockSize = `${this.#field.scrollHeight}px`;
  }
}

import { h, icon, iconButton } from "./dom";
import type { Texts } from "./i18n/texts";

const LONGEST = 4_000;

export interface ComposerWishes {
  readonly send: (text: string) => void;
  readonly person: () => void;
}

/** Grows to five lines; enter sends, shift-enter breaks, and a text being composed by an input method is left alone. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #send: HTMLButtonElement;
  readonly #person: HTMLButtonElement;
  readonly #wishes: ComposerWishes;

  constructor(texts: Texts, wishes: ComposerWishes) {
    this.#wishes = wishes;
    this.#field = h(
      "textarea",
      { rows: 1, maxlength: LONGEST, placeholder: texts.message, "aria-label": texts.message, enterkeyhint: "send", dir: "auto" },
      [],
      { input: () => this.#fit(), keydown: (event) => this.#key(event) },
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

  /** Nobody needs to be asked twice. */
  personAsked(asked: boolean): void {
    this.#person.disabled = asked;
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

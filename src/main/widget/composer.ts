import { h, icon, iconButton } from "./dom";
import type { Tray } from "./files";
import { fill } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import { reason, trouble } from "./sheet";
import type { Attachment, Talking } from "./state";

const LONGEST = 4_000;

export interface ComposerWishes {
  readonly send: (text: string, files: readonly Attachment[]) => void;
  /** Loads where files are put before they are sent; absent where none may be. */
  readonly tray: ((changed: () => void) => Promise<Tray>) | undefined;
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
  readonly #problem = trouble();
  #loading: Promise<Tray> | undefined;
  #tray: Tray | undefined;

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
    const attach = wishes.tray && iconButton("clip", texts.attach, { class: "attach" }, () => void this.#bring());
    this.element = h("form", { class: "composer" }, [this.#field, h("div", { class: "tools" }, [this.#person, attach, this.#send])], {
      submit: (event) => {
        event.preventDefault();
        this.#submit();
      },
      dragover: (event) => wishes.tray && event.preventDefault(),
      drop: (event) => this.#bring(event, event.dataTransfer),
      paste: (event) => this.#bring(event, event.clipboardData),
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

  /** What was dropped or pasted, or else what the visitor chooses. */
  async #bring(event?: Event, data?: DataTransfer | null): Promise<void> {
    // The list is emptied before whatever takes it is loaded.
    const files = [...(data?.files ?? [])];
    if (this.#wishes.tray && (files[0] || !event)) {
      event?.preventDefault();
      this.#problem.remove();
      try {
        // One tray, however many files come before it is there.
        this.#tray = await (this.#loading ??= this.#wishes.tray(() => this.#fit()));
      } catch (error) {
        this.#loading = undefined;
        this.#field.after(this.#problem);
        this.#problem.textContent = reason(error, this.#texts);
        return;
      }
      this.#field.after(this.#tray.element);
      if (event) {
        this.#tray.add(files);
      } else {
        this.#tray.choose();
      }
    }
  }

  #submit(): void {
    if (!this.#send.disabled) {
      const text = this.#field.value.trim();
      this.#field.value = "";
      const files = this.#tray?.take() ?? [];
      this.#fit();
      this.#wishes.send(text, files);
    }
  }

  #fit(): void {
    const ready = this.#tray?.ready;
    this.#send.disabled = ready === false || !(ready || this.#field.value.trim());
    this.#field.style.blockSize = "auto";
    this.#field.style.blockSize = `${this.#field.scrollHeight}px`;
  }
}

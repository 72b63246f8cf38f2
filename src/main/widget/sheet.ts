import { Refused } from "./api";
import { button, h, icon } from "./dom";
import type { Texts } from "./i18n/texts";

/** What slides over the transcript: one question at a time, always with a way back. */
export class Sheet {
  readonly element: HTMLElement;
  readonly texts: Texts;
  readonly #left: () => void;

  constructor(texts: Texts, left: () => void) {
    this.texts = texts;
    this.#left = left;
    this.element = h("div", { class: "sheet", hidden: true });
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  hide(): void {
    if (this.shown) {
      this.#cover(false);
      this.element.replaceChildren();
      this.#left();
    }
  }

  /** Asks before what cannot be undone; the safe answer has the focus. */
  confirm(question: string, yes: string, act: () => Promise<void>): void {
    const no = button("plain", [this.texts.keep], () => this.hide());
    const problem = trouble();
    const go = button("danger", [yes], () => void this.run(go, problem, act));
    this.open("alertdialog", question, [h("p", { class: "question" }, [question]), problem, h("div", { class: "choices" }, [no, go])]);
    no.focus();
  }

  /** Ends with the sheet gone, or with a sentence on it that says why nothing happened. */
  async run(go: HTMLButtonElement, problem: HTMLElement, act: () => Promise<void>): Promise<void> {
    if (await trying(go, problem, this.texts, act)) {
      this.hide();
    }
  }

  back(): HTMLElement {
    return button("back", [icon("forward"), this.texts.back], () => this.hide());
  }

  open(role: string, label: string, content: Node[]): void {
    this.element.setAttribute("role", role);
    this.element.setAttribute("aria-label", label);
    this.element.replaceChildren(...content);
    this.#cover(true);
  }

  /** What lies beneath can be neither seen nor reached. */
  #cover(covered: boolean): void {
    this.element.hidden = !covered;
    for (const other of this.element.parentElement?.children ?? []) {
      (other as HTMLElement).inert = covered && other !== this.element;
    }
  }
}

/** Answers whether it worked; says why where it did not. */
export async function trying(go: HTMLButtonElement, problem: HTMLElement, texts: Texts, act: () => Promise<void>): Promise<boolean> {
  go.disabled = true;
  problem.textContent = "";
  try {
    await act();
    return true;
  } catch (error) {
    problem.textContent = reason(error, texts);
    return false;
  } finally {
    go.disabled = false;
  }
}

export function trouble(): HTMLElement {
  return h("p", { class: "problem", role: "alert" });
}

export function field(label: string, input: HTMLElement): HTMLElement {
  return h("label", {}, [h("span", {}, [label]), input]);
}

/** Whoever rates can say why, and need not. */
export function remark({ remark }: Texts): HTMLTextAreaElement {
  return h("textarea", { rows: 2, maxlength: 1000, "aria-label": remark, placeholder: remark });
}

/** Why it did not work, and what to do, in the visitor's language. */
export function reason(error: unknown, texts: Texts): string {
  if (!(error instanceof Refused)) {
    return texts.line;
  }
  const words: Record<number, string> = { 404: texts.unknown, 409: error.message, 422: texts.mailWrong, 429: texts.often };
  return words[error.status] ?? texts.notDone;
}

import { Refused } from "./api";
import { h } from "./dom";
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

/** Why it did not work, and what to do, in the visitor's language. */
export function reason(error: unknown, texts: Texts): string {
  if (!(error instanceof Refused)) {
    return texts.line;
  }
  const words: Record<number, string> = { 404: texts.unknown, 409: error.message, 422: texts.mailWrong, 429: texts.often };
  return words[error.status] ?? texts.notDone;
}

import type { Lead } from "./api";
import { h, icon } from "./dom";
import type { Texts } from "./i18n/texts";

/** What slides over the transcript: one question at a time, always with a way back. */
export class Sheet {
  readonly element: HTMLElement;
  readonly #texts: Texts;
  readonly #left: () => void;

  constructor(texts: Texts, left: () => void) {
    this.#texts = texts;
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
    const no = h("button", { type: "button", class: "plain" }, [this.#texts.keep], { click: () => this.hide() });
    const problem = h("p", { class: "problem", role: "alert" });
    const go = h("button", { type: "button", class: "danger" }, [yes], {
      click: () => this.#run(go, problem, act),
    });
    this.#show("alertdialog", question, [h("p", { class: "question" }, [question]), problem, h("div", { class: "choices" }, [no, go])]);
    no.focus();
  }

  contact(send: (lead: Lead) => Promise<void>): void {
    const texts = this.#texts;
    const problem = h("p", { class: "problem", role: "alert" });
    const submit = h("button", { type: "submit", class: "primary" }, [texts.send]);
    const name = h("input", { name: "name", autocomplete: "name", maxlength: 200 });
    const form = h(
      "form",
      { novalidate: true },
      [
        this.#back(),
        h("h2", {}, [texts.contact]),
        field(texts.name, name),
        field(texts.email, h("input", { name: "email", type: "email", autocomplete: "email", maxlength: 200 })),
        field(texts.phone, h("input", { name: "phone", type: "tel", autocomplete: "tel", maxlength: 50 })),
        field(texts.details, h("textarea", { name: "message", rows: 3, maxlength: 2000 })),
        h("p", { class: "rules" }, [texts.privacyLine]),
        problem,
        submit,
      ],
      {
        submit: (event) => {
          event.preventDefault();
          const lead = read(form);
          if (!lead.email?.includes("@") && !lead.phone) {
            problem.textContent = texts.contactNeed;
            return;
          }
          void this.#run(submit, problem, () => send({ ...lead, consent: texts.privacyLine }));
        },
      },
    );
    this.#show("dialog", texts.contact, [form]);
    name.focus();
  }

  #back(): HTMLElement {
    return h("button", { type: "button", class: "back" }, [icon("forward"), this.#texts.back], { click: () => this.hide() });
  }

  async #run(button: HTMLButtonElement, problem: HTMLElement, act: () => Promise<void>): Promise<void> {
    button.disabled = true;
    problem.textContent = "";
    try {
      await act();
      this.hide();
    } catch {
      problem.textContent = this.#texts.notDone;
      button.disabled = false;
    }
  }

  #show(role: string, label: string, content: Node[]): void {
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

function field(label: string, input: HTMLElement): HTMLElement {
  return h("label", {}, [h("span", {}, [label]), input]);
}

function read(form: HTMLFormElement): Lead {
  const filled = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(filled.filter(([, value]) => value));
}

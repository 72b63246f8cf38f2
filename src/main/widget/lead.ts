import { type Config, type Lead, Refused } from "./api";
import { attribute, button, h, icon } from "./dom";
import type { Texts } from "./i18n/texts";
import { field, reason, trouble } from "./sheet";
import { isHandover, type Talking } from "./state";

/** Each text by language, the bot's own first. */
type Words<T = string> = Readonly<Record<string, T>>;

export interface LeadConfig {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    /** The widget's own text for it. */
    readonly word?: keyof Texts | null;
    readonly fill?: string | null;
    readonly max: number;
    readonly required: boolean;
    readonly label?: Words | null;
    readonly choices?: Words<readonly string[]> | null;
  }[];
  readonly consent?: Words | null;
  readonly mustConsent: boolean;
  readonly thanks?: Words | null;
  readonly moments: readonly string[];
  /** What shows interest, as a regular expression. */
  readonly interest?: string | null;
}

export interface LeadWishes {
  /** Given or declined in this conversation, so that it is not offered again. */
  readonly settled: () => boolean;
  readonly settle: () => void;
  /** Whether the form may open; says why where it may not. */
  readonly may: () => boolean;
  readonly send: (lead: Lead, thanks: string | undefined) => Promise<void>;
  readonly left: () => void;
}

/** What stands below the last line where somebody may want an answer later: the offer, then the form. */
export class LeadForm {
  readonly element = h("section", { class: "lead", hidden: true });
  readonly #texts: Texts;
  readonly #config: Config;
  readonly #wishes: LeadWishes;
  #open = false;
  #offered = false;

  constructor(texts: Texts, config: Config, wishes: LeadWishes) {
    this.#texts = texts;
    this.#config = config;
    this.#wishes = wishes;
    attribute(this.element, "aria-label", texts.contact);
  }

  /** Answers whether the offer appeared just now. */
  update(state: Talking | undefined): boolean {
    const offer = state?.kind === "idle" && state.entries.length > 0 && !this.#wishes.settled() && this.#isMoment(state);
    const appeared = offer && !this.#offered && !this.#open;
    this.#offered = offer === true;
    if (!this.#open) {
      this.element.hidden = !offer;
      if (appeared) {
        this.#offer();
      }
    }
    return appeared === true;
  }

  show(): void {
    if (this.#wishes.may()) {
      this.#open = true;
      this.element.hidden = false;
      this.element.replaceChildren(this.#form());
      this.element.querySelector<HTMLElement>("[name]")?.focus({ preventScroll: true });
      this.element.scrollIntoView({ block: "end" });
    }
  }

  /** Answers whether there was anything to put away. */
  hide(): boolean {
    const { hidden } = this.element;
    if (this.#open) {
      this.#open = this.#offered = false;
      this.element.hidden = true;
      this.element.replaceChildren();
      this.#wishes.left();
      return !hidden;
    }
    return false;
  }

  #isMoment({ entries, stage }: Talking): boolean {
    const { moments = [], interest } = this.#config.lead ?? {};
    const last = entries.at(-1);
    const asked = entries.findLast(({ role }) => role === "visitor")?.text ?? "";
    return (
      (moments.includes("out-of-hours") && stage === "waiting" && entries.some(isHandover) && this.#config.handover?.available !== true) ||
      (moments.includes("no-answer") && last?.outcome === "unanswered" && !last.choices) ||
      (!!interest && stage === "bot" && last?.role === "bot" && new RegExp(interest, "iu").test(asked))
    );
  }

  #offer(): void {
    const { contact, decline } = this.#texts;
    const yes = button("plain", [icon("contact"), contact], () => this.show());
    this.element.replaceChildren(h("div", { class: "ways" }, [yes, this.#no(decline)]));
  }

  #no(label: string): HTMLElement {
    return button("plain", [label], () => {
      this.#wishes.settle();
      this.#open = true;
      this.hide();
    });
  }

  #form(): HTMLElement {
    const texts = this.#texts;
    const { fields = [], consent, mustConsent, thanks } = this.#config.lead ?? {};
    const wording = this.#said(consent);
    const submit = button("primary", [texts.send]);
    const problem = trouble();
    const rows = fields.map(({ name, type, word, fill, max, required, label, choices }) => {
      const error = trouble();
      error.id = `lead-${name}`;
      const attributes = { name, required, "aria-describedby": error.id };
      const input =
        type === "select"
          ? h("select", attributes, ["", ...(this.#said(choices) ?? [])].map((choice) => h("option", {}, [choice])))
          : type === "textarea"
            ? h("textarea", { ...attributes, rows: 3, maxlength: max })
            : h("input", { ...attributes, type, maxlength: max, step: "any", autocomplete: fill ?? "off" });
      const asked = this.#said(label) ?? texts[word ?? "details"];
      return h("div", {}, [field(required ? `${asked} *` : asked, input), error]);
    });
    const agreed = trouble();
    agreed.id = "lead-consent";
    const box = h("input", { type: "checkbox", name: "consent", required: mustConsent, "aria-describedby": agreed.id });
    const form: HTMLFormElement = h(
      "form",
      { novalidate: true },
      [
        h("h2", {}, [texts.contact]),
        ...rows,
        wording
          ? h("div", { class: "consent" }, [h("label", {}, [box, h("span", {}, [wording])]), agreed])
          : h("p", { class: "rules" }, [texts.privacyLine]),
        problem,
        h("div", { class: "ways" }, [submit, this.#no(texts.decline)]),
      ],
      {
        submit: async (event) => {
          event.preventDefault();
          const inputs = [...form.querySelectorAll<HTMLInputElement>("[name]")];
          inputs.forEach((input) => this.#tell(input, ""));
          problem.textContent = "";
          const lead: Lead = {};
          for (const { name, value } of inputs) {
            if (value.trim()) {
              lead[name] = value.trim();
            }
          }
          delete lead["consent"];
          if (!wording || box.checked) {
            lead.consent = wording ?? texts.privacyLine;
          }
          const empty = inputs.find((input) => input.required && !(input === box ? box.checked : input.value.trim()));
          if (empty) {
            return this.#tell(empty, empty === box ? texts.consentNeed : texts.fill);
          }
          if (!lead.email && !lead.phone) {
            return this.#tell(inputs.find(({ type }) => type === "email" || type === "tel")!, texts.contactNeed);
          }
          submit.disabled = true;
          try {
            await this.#wishes.send(lead, this.#said(thanks));
            this.#wishes.settle();
            this.hide();
          } catch (error) {
            const refused = error instanceof Refused ? error : undefined;
            const wrong = inputs.find(({ name }) => name === refused?.field);
            if (refused && wrong) {
              const words: Record<string, string> = { email: texts.mailWrong, tel: texts.phoneWrong };
              this.#tell(wrong, words[wrong.type] ?? refused.message);
            } else {
              // What it asks for now may not stand in this form.
              problem.textContent = refused?.status === 422 ? refused.message : reason(error, texts);
            }
          } finally {
            submit.disabled = false;
          }
        },
      },
    );
    return form;
  }

  #tell(input: HTMLInputElement, problem: string): void {
    attribute(input, "aria-invalid", problem ? "true" : undefined);
    this.element.querySelector(`#lead-${input.name}`)!.textContent = problem;
    if (problem) {
      input.focus();
    }
  }

  #said<T>(words: Words<T> | null | undefined): T | undefined {
    return words ? (words[this.#texts.language] ?? Object.values(words)[0]) : undefined;
  }
}

import type { Config, Lead } from "./api";
import { attribute, button, h, icon } from "./dom";
import type { Texts } from "./i18n/texts";
import { parts } from "./parts";
import { isHandover, type Talking } from "./state";

/** Each text by language, the bot's own first. */
export type Words<T = string> = Readonly<Record<string, T>>;

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
  /** Says so where it did not work. */
  readonly trying: (act: () => Promise<void>) => unknown;
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
      this.#wishes.trying(async () => {
        const { leadForm } = await import("./form");
        const { settle, send } = this.#wishes;
        const done = () => {
          settle();
          this.hide();
        };
        this.#open = true;
        this.element.hidden = false;
        this.element.replaceChildren(leadForm(parts, this.#texts, this.#config.lead, send, done, this.#no(this.#texts.decline)));
        this.element.querySelector<HTMLElement>("[name]")?.focus({ preventScroll: true });
        this.element.scrollIntoView({ block: "end" });
      });
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
    const called = entries.findLast(isHandover);
    const asked = entries.findLast(({ role }) => role === "visitor")?.text ?? "";
    return !!(
      (moments.includes("out-of-hours") && stage === "waiting" && called && (called.away ?? this.#config.handover?.available !== true)) ||
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
}

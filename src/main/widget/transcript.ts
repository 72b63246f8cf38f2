import type { Closing } from "./closing";
import { attribute, button, h, icon, iconButton, say } from "./dom";
import { count, fill } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import type { LeadForm } from "./lead";
import { render } from "./markdown";
import { offers } from "./offers";
import { parts } from "./parts";
import { reliabilityBar, sourceList } from "./sources";
import type { Attachment, Entry, Rating, State, Talking } from "./state";
import { talking } from "./state";

export interface Wishes {
  readonly ask: (question: string) => void;
  /** Answers whether the server has it. */
  readonly rate: (entry: Entry, rating: Rating, comment?: string) => Promise<boolean>;
  readonly person: () => void;
  /** Shows what came with a message. */
  readonly files: (place: HTMLElement, files: readonly Attachment[]) => void;
}

/** The conversation as a log. Lines keep their elements; only what changed is touched. */
export class Transcript {
  readonly element: HTMLElement;
  readonly #lines = new Map<string, Line>();
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #latest: HTMLButtonElement;
  readonly #closing: Closing;
  readonly #lead: LeadForm;
  readonly #texts: Texts;
  readonly #wishes: Wishes;
  readonly #showReliability: boolean;
  #frame = 0;
  /** Something was said further down than the reader is. */
  #missed = false;

  constructor(around: { welcome: HTMLElement; closing: Closing; lead: LeadForm }, texts: Texts, showReliability: boolean, wishes: Wishes) {
    this.#closing = around.closing;
    this.#lead = around.lead;
    this.#texts = texts;
    this.#wishes = wishes;
    this.#showReliability = showReliability;
    this.#list = h("div", { class: "lines", role: "log", "aria-live": "polite", "aria-relevant": "additions text" });
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, [h("i"), h("i"), h("i")]);
    this.#status = h("p", { class: "status", hidden: true }, [dots, h("span", { role: "status" })]);
    this.#latest = h("button", { type: "button", class: "latest", hidden: true }, [icon("fold"), texts.latest], {
      click: () => this.#scroll("smooth"),
    });
    const scroller = h(
      "div",
      { class: "scroller", role: "region", tabindex: 0, "aria-label": texts.assistant },
      [around.welcome, this.#list, this.#status, around.lead.element, around.closing.element],
      { scroll: () => this.#watch() },
    );
    this.element = h("div", { class: "transcript" }, [scroller, this.#latest]);
  }

  update(state: State): void {
    const entries = talking(state) ? state.entries : [];
    const stick = this.#following(entries);
    for (const [key, line] of this.#lines) {
      if (!entries.some((entry) => entry.key === key)) {
        line.element.remove();
        this.#lines.delete(key);
      }
    }
    for (const entry of entries) {
      this.#line(entry).update(entry);
    }
    attribute(this.#list, "aria-busy", entries.some((entry) => entry.streaming) ? "true" : "false");
    this.#tellStatus(talking(state) ? state : undefined);
    this.#lead.update(talking(state) ? state : undefined);
    const ended = this.#closing.update(talking(state) ? state : undefined);
    if (ended) {
      this.#follow("smooth");
    } else if (stick && entries.length) {
      this.#follow("instant");
    }
    this.#missed = !stick && entries.length > 0;
    this.#watch();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #line(entry: Entry): Line {
    let line = this.#lines.get(entry.key);
    if (!line) {
      line = new Line(entry, this.#texts, this.#showReliability, this.#wishes);
      this.#lines.set(entry.key, line);
      this.#list.append(line.element);
    }
    return line;
  }

  #tellStatus(state: Talking | undefined): void {
    const drafting = state?.entries.some((entry) => entry.streaming && entry.text);
    const waits = state?.kind === "answering" && !drafting && state.line !== "lost" && state.line !== "suspended" ? state : undefined;
    const { typing: name } = state ?? {};
    const typing = name === undefined ? "" : name ? fill(this.#texts.typing, "name", name) : this.#texts.writing;
    const words = waits ? (waits.slow ? this.#texts.slow : this.#texts[waits.phase]) : typing;
    this.#status.hidden = !words;
    say(this.#status.lastElementChild as HTMLElement, words);
  }

  get #scroller(): HTMLElement {
    return this.element.firstElementChild as HTMLElement;
  }

  /** Follows new text unless the reader went up to read; what the visitor just did always brings it down. */
  #following(entries: readonly Entry[]): boolean {
    const last = entries.at(-1);
    const didNow = (last?.role === "visitor" || last?.role === "note") && !this.#lines.has(last.key);
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    return didNow || scrollHeight - scrollTop - clientHeight < 48;
  }

  #follow(behavior: ScrollBehavior): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#scroll(behavior));
  }

  /** To the end, but never past the question that is being answered: a long answer is read from its start. */
  #scroll(behavior: ScrollBehavior): void {
    const scroller = this.#scroller;
    const lines = [...this.#lines.values()];
    const question = lines.findLast((line) => line.role === "visitor");
    const end = scroller.scrollHeight - scroller.clientHeight;
    const answering = behavior === "instant" && lines.at(-1)?.role === "bot" && question;
    scroller.scrollTo({ top: answering ? Math.min(end, question.element.offsetTop - 12) : end, behavior });
  }

  #watch(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#missed &&= scrollHeight - scrollTop - clientHeight > 48;
    this.#latest.hidden = !this.#missed;
  }
}

/** One line: who, what, and under a bot's answer its sources, its reliability and what one can do about it. */
class Line {
  readonly element: HTMLElement;
  readonly role: Entry["role"];
  readonly #body: HTMLElement;
  readonly #files = h("div", { class: "files" });
  readonly #under: HTMLElement;
  readonly #remark = h("div", { class: "remark", role: "status" });
  readonly #texts: Texts;
  readonly #wishes: Wishes;
  readonly #showReliability: boolean;
  #entry: Entry | undefined;

  constructor(entry: Entry, texts: Texts, showReliability: boolean, wishes: Wishes) {
    this.role = entry.role;
    this.#texts = texts;
    this.#wishes = wishes;
    this.#showReliability = showReliability;
    this.#body = h("div", { class: "body", dir: "auto" });
    this.#under = h("div", { class: "under" });
    // For machines to read (AI Act, Article 50).
    const ai = entry.role === "bot" ? { "data-ai": "true" } : {};
    this.element = h("div", { class: `line ${entry.role}`, ...ai }, [this.#who(entry), this.#body, this.#files, this.#under]);
  }

  update(entry: Entry): void {
    const before = this.#entry;
    if (before === entry) {
      return;
    }
    this.#entry = entry;
    this.element.hidden = !entry.text && !entry.files;
    // What is not sent yet cannot be fetched.
    if (entry.files && entry.id && !this.#files.firstChild) {
      this.#wishes.files(this.#files, entry.files);
    }
    if (before && before.by !== entry.by) {
      this.element.firstElementChild?.replaceWith(this.#who(entry) ?? "");
    }
    if (before?.text !== entry.text) {
      this.#write(entry);
    }
    if (changed(before, entry)) {
      this.#under.replaceChildren(...(entry.role === "bot" ? this.#answered(entry) : this.#delivery(entry)));
    }
    for (const mark of this.#body.querySelectorAll<HTMLElement>(".mark")) {
      mark.title = entry.sources[Number(mark.textContent) - 1]?.quote ?? "";
    }
    for (const button of this.#under.querySelectorAll<HTMLElement>("[data-rating]")) {
      attribute(button, "aria-pressed", String(button.dataset["rating"] === entry.rating));
    }
  }

  #who(entry: Entry): HTMLElement | undefined {
    if (entry.role === "person") {
      return h("p", { class: "by" }, [icon("person"), entry.by ? fill(this.#texts.human, "name", entry.by) : this.#texts.person]);
    }
    const names = { visitor: this.#texts.you, bot: this.#texts.assistant, note: "" };
    return names[entry.role] ? h("span", { class: "sr" }, [`${names[entry.role]}: `]) : undefined;
  }

  #write(entry: Entry): void {
    if (entry.role === "bot" || entry.role === "person") {
      render(this.#body, entry.text, { cite: (number) => this.#mark(number) });
    } else {
      say(this.#body, entry.text);
    }
  }

  #mark(number: number): HTMLElement {
    return h("button", { type: "button", class: "mark", "aria-label": count(this.#texts.mark, number) }, [String(number)], {
      click: () => this.#show(number),
    });
  }

  #show(number: number): void {
    const details = this.#under.querySelector("details");
    const item = details?.querySelectorAll("li")[number - 1];
    if (details && item) {
      details.open = true;
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
  }

  #delivery(entry: Entry): HTMLElement[] {
    const words = { sent: "", sending: "", kept: this.#texts.kept, refused: this.#texts.refused }[entry.delivery];
    return words ? [h("span", { class: entry.delivery }, [words])] : [];
  }

  #answered(entry: Entry): HTMLElement[] {
    if (entry.streaming || !entry.id) {
      return [];
    }
    const answered = entry.outcome !== "unanswered";
    const claims = answered && entry.outcome !== "handover";
    const row = h("div", { class: "row" }, [
      this.#showReliability && entry.reliability && claims && reliabilityBar(entry.reliability, this.#texts),
      h("span", { class: "rating" }, [copyButton(entry.text, this.#texts), this.#rate(entry, "up"), this.#rate(entry, "down")]),
    ]);
    if (!answered) {
      return [entry.choices ? offers(entry.choices, this.#wishes.ask) : this.#wayOut(), row, this.#remark];
    }
    return entry.sources.length ? [sourceList(entry.sources, this.#texts), row, this.#remark] : [row, this.#remark];
  }

  #rate(entry: Entry, rating: Rating): HTMLElement {
    const label = rating === "up" ? this.#texts.helpful : this.#texts.unhelpful;
    return iconButton("thumb", label, { class: `rate ${rating}`, "data-rating": rating }, async () => {
      this.#remark.replaceChildren();
      if ((await this.#wishes.rate(this.#entry ?? entry, rating)) && rating === "down") {
        this.#askWhy(entry);
      }
    });
  }

  /** The thumb is counted already; whoever cannot be asked more is not. */
  #askWhy(entry: Entry): void {
    const rate = (comment: string) => this.#wishes.rate(this.#entry ?? entry, "down", comment);
    import("./rating").then(({ askWhy }) => askWhy(parts, this.#texts, this.#remark, rate), () => {});
  }

  #wayOut(): HTMLElement {
    return h("div", { class: "ways" }, [button("plain", [icon("person"), this.#texts.talk], this.#wishes.person)]);
  }
}

/** The words alone: marks of sources mean nothing elsewhere. */
function copyButton(text: string, texts: Texts): HTMLElement | undefined {
  const words = text.replace(/ ?\[\d{1,2}\]/g, "").replaceAll("**", "");
  const button = iconButton("copy", texts.copy, { class: "rate copy" }, async () => {
    const copied = await navigator.clipboard.writeText(words).then(() => true, () => false);
    const told = h("span", { class: "sr", role: "status" }, [copied ? texts.copied : texts.notDone]);
    button.replaceChildren(icon(copied ? "done" : "copy"), told);
    setTimeout(() => button.replaceChildren(icon("copy")), 2_000);
  });
  // Absent on pages that are not served securely.
  return navigator.clipboard ? button : undefined;
}

function changed(before: Entry | undefined, after: Entry): boolean {
  return (
    before?.streaming !== after.streaming ||
    before.id !== after.id ||
    before.delivery !== after.delivery ||
    before.sources !== after.sources ||
    before.reliability !== after.reliability ||
    before.outcome !== after.outcome
  );
}

import { Api, type Config, type Lead, Refused } from "./api";
import { Composer } from "./composer";
import type { Chat, ChatHost, ChatOptions, Settings } from "./contract";
import { attribute, h } from "./dom";
import { choose, count, load } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import { aiNotice, type MenuItem, Panel, unavailable, welcome } from "./panel";
import { Session } from "./session";
import { type Entry, type Event, next, STARTING, type State, talking, type Unavailable } from "./state";
import { stylesheet } from "./stylesheet";
import { Transcript } from "./transcript";

const SLOW = 12_000;

/** The chat of one bot inside one element: one state, one session, one abort signal. */
export class TarosChat implements Chat {
  readonly #host: ChatHost;
  readonly #options: ChatOptions;
  readonly #api: Api;
  readonly #session: Session;
  readonly #end = new AbortController();
  readonly #panel: HTMLElement;
  #settings: Settings;
  #state: State = STARTING;
  #config: Config | undefined;
  #texts: Texts | undefined;
  #notice: string | undefined;
  #view: { panel: Panel; transcript: Transcript; composer: Composer } | undefined;
  #shown = false;
  #unread = 0;
  /** Until the replay of an earlier page has passed the last event that page showed, nothing is news. */
  #replaying = false;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #asked: string | undefined;

  constructor(host: ChatHost, options: ChatOptions) {
    this.#host = host;
    this.#options = options;
    this.#settings = options.settings;
    this.#api = new Api(options.host, options.bot);
    this.#session = new Session(this.#api, options.bot, () => this.#opening(), (event) => this.#on(event));
    const dialog = options.mode === "floating" ? { role: "dialog" } : { role: "region" };
    this.#panel = h("div", { class: `panel ${options.mode}`, part: "panel", tabindex: -1, hidden: true, ...dialog });
    this.#panel.addEventListener("keydown", (event) => this.#key(event));
    const { signal } = this.#end;
    addEventListener("online", () => this.#session.retry(), { signal });
    addEventListener("offline", () => this.#session.started && this.#session.cut(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.#session.retry(), { signal });
  }

  async start(): Promise<void> {
    const { root } = this.#host;
    try {
      const sheet = await stylesheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other !== sheet), sheet];
      root.append(this.#panel);
      await this.#configure();
    } catch {
      // The module came and its style or its language did not: the network went away in between.
      if (!this.#end.signal.aborted) {
        this.#host.failed();
      }
    }
  }

  open(message?: string): void {
    if (!this.#shown) {
      this.#shown = true;
      this.#panel.hidden = false;
      this.#count(0);
      this.#host.emit("open", {});
    }
    this.#focus();
    if (message) {
      this.#ask(message);
    }
  }

  close(): void {
    if (this.#shown && this.#options.mode === "floating") {
      this.#shown = false;
      this.#panel.hidden = true;
      this.#view?.panel.back();
      this.#host.emit("close", {});
      this.#host.closed();
    }
  }

  reset(): void {
    this.#session.forget();
  }

  change(settings: Settings): void {
    const spoken = this.#settings.locale;
    this.#settings = { ...this.#settings, ...settings };
    this.#dress();
    if (this.#config && settings.locale && settings.locale !== spoken) {
      this.#build(this.#config).catch(() => {});
    }
  }

  destroy(): void {
    this.#end.abort();
    clearTimeout(this.#slow);
    this.#session.stop();
    this.#view?.transcript.stop();
    this.#panel.remove();
  }

  async #configure(): Promise<void> {
    try {
      this.#config = await this.#api.config(this.#end.signal);
    } catch (error) {
      if (!this.#end.signal.aborted) {
        await this.#fail(error);
      }
      return;
    }
    await this.#build(this.#config);
    this.#on({ type: "configured" });
    this.#replaying = this.#session.started;
    this.#session.resume();
    if (this.#asked) {
      this.#ask(this.#asked);
      this.#asked = undefined;
    }
  }

  async #build(config: Config): Promise<void> {
    const { locale } = this.#settings;
    const page = document.documentElement.lang;
    const language = choose([locale, page, config.language, navigator.language]);
    const texts = await load(language, config.texts ?? {});
    this.#texts = texts;
    this.#notice = aiNotice(config, texts);
    attribute(this.#panel, "lang", language);
    attribute(this.#panel, "aria-label", config.name);
    this.#dress();
    const ask = (text: string) => this.#ask(text);
    const person = () => void this.#person();
    const composer = new Composer(texts, { send: ask, person });
    const transcript = new Transcript(
      welcome(config, texts, this.#notice, ask),
      texts,
      config.showReliability ?? false,
      { ask, person, rate: (entry, rating) => this.#rate(entry, rating), contact: () => this.#contact() },
    );
    const panel = new Panel({
      config,
      texts,
      close: this.#closer(),
      menu: this.#menu(texts),
      transcript: transcript.element,
      composer: composer.element,
      left: () => composer.focus(),
    });
    this.#view = { panel, transcript, composer };
    this.#panel.replaceChildren(...panel.nodes);
    this.#host.announce(texts.open, this.#unread);
    this.#draw();
    this.#focus();
  }

  async #fail(error: unknown): Promise<void> {
    const reason = why(error);
    const texts = await load(choose([this.#settings.locale, document.documentElement.lang, navigator.language]));
    const text = reason === "offline" ? texts.failed : texts[reason];
    this.#on({ type: "unavailable", reason });
    const again = () => {
      this.#panel.replaceChildren();
      void this.start();
    };
    this.#panel.replaceChildren(...unavailable(text, texts, reason === "offline" ? again : undefined, this.#closer()));
    this.#host.emit("error", { text });
  }

  #closer(): (() => void) | undefined {
    return this.#options.mode === "floating" ? () => this.close() : undefined;
  }

  #menu(texts: Texts): MenuItem[] {
    return [
      { label: texts.contact, act: () => this.#contact() },
      { label: texts.fresh, act: () => this.reset() },
      { label: texts.download, act: () => void this.#download() },
      { label: texts.remove, act: () => this.#remove() },
    ];
  }

  #opening() {
    const { identity, context } = this.#settings;
    const language = this.#panel.lang;
    // What is undefined is not sent.
    return { language, identity, context, aiNotice: this.#notice };
  }

  /** The only place where the state changes; everything visible follows from it. */
  #on(told: Event): void {
    const event = told.type === "handover" && !told.text ? { ...told, text: this.#texts?.talkAsked ?? "" } : told;
    if (event.type === "handover") {
      this.#session.personAsked();
    }
    this.#state = next(this.#state, event);
    this.#draw();
    this.#tell(event);
  }

  #draw(): void {
    const state = this.#state;
    clearTimeout(this.#slow);
    if (state.kind === "answering" && !state.slow) {
      this.#slow = setTimeout(() => this.#on({ type: "slow" }), SLOW);
    }
    if (this.#view) {
      this.#view.panel.update(state);
      this.#view.transcript.update(state);
      this.#view.composer.personAsked(talking(state) && state.person !== "no");
      attribute(this.#panel, "data-started", talking(state) && state.entries.length > 0);
    }
  }

  #tell(event: Event): void {
    if (event.type === "message" && !this.#replaying) {
      const { id, role, text } = event;
      this.#host.emit("message", { id, role, text });
      if (role !== "visitor" && !this.#shown) {
        this.#count(this.#unread + 1);
      }
    } else if (event.type === "handover" && !this.#replaying) {
      this.#host.emit("handover", { reason: event.reason ?? "" });
    } else if (event.type === "error" && !this.#replaying) {
      this.#host.emit("error", { text: event.text });
    } else if (event.type === "current" || event.type === "wrote" || event.type === "forgotten") {
      this.#replaying = false;
    }
  }

  #count(unread: number): void {
    if (unread !== this.#unread) {
      this.#unread = unread;
      this.#host.emit("unread", { count: unread });
    }
    if (this.#texts) {
      const news = unread ? `, ${count(this.#texts.unread, unread)}` : "";
      this.#host.announce(this.#texts.open + news, unread);
    }
  }

  #ask(text: string): void {
    if (!talking(this.#state)) {
      this.#asked = text;
      return;
    }
    this.#session.write(text);
  }

  async #person(): Promise<void> {
    await this.#trying(async () => {
      await this.#session.handOver();
      if (talking(this.#state) && this.#state.person === "no") {
        this.#on({ type: "handover", reason: "visitor" });
      }
    });
  }

  #rate(entry: Entry, rating: "up" | "down"): void {
    void this.#trying(async () => {
      await this.#session.rate(entry.id!, rating);
      this.#on({ type: "rated", key: entry.key, rating });
    });
  }

  #contact(): void {
    this.#view?.panel.sheet.contact(async (lead: Lead) => {
      await this.#session.lead(lead);
      this.#on({ type: "noted", text: this.#texts!.contactDone });
      this.#host.emit("lead", lead);
    });
  }

  async #download(): Promise<void> {
    await this.#trying(async () => {
      const url = URL.createObjectURL(await this.#session.export());
      h("a", { href: url, download: "chat.json" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });
  }

  #remove(): void {
    const texts = this.#texts!;
    this.#view?.panel.sheet.confirm(texts.removeAsk, texts.remove, async () => {
      await this.#session.remove();
      this.#on({ type: "noted", text: texts.removed });
    });
  }

  async #trying(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      this.#on({ type: "noted", text: this.#texts!.notDone });
    }
  }

  /** Appearance the operator or the page chose. Set as properties, which no content security policy forbids. */
  #dress(): void {
    const { theme = this.#config?.theme ?? "auto", position = this.#config?.position ?? "right" } = this.#settings;
    const accent = this.#settings.accent ?? this.#config?.accent;
    const element = this.#host.root.host;
    attribute(element, "data-theme", theme === "auto" ? undefined : theme);
    attribute(element, "data-side", position.includes("left") ? "left" : undefined);
    if (accent && CSS.supports("color", accent)) {
      (element as HTMLElement).style.setProperty("--taros-bot-accent", accent);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (!this.#view?.panel.back()) {
        this.close();
      }
    } else if (event.key === "Tab" && this.#options.mode === "floating" && matchMedia("(width < 480px)").matches) {
      this.#keepFocus(event);
    }
  }

  /** Full screen means that there is nothing behind to tab to. */
  #keepFocus(event: KeyboardEvent): void {
    const stops = [...this.#panel.querySelectorAll<HTMLElement>("button,a,textarea,input,summary,[tabindex='0']")].filter(
      (stop) => stop.checkVisibility() && !(stop as HTMLButtonElement).disabled,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (this.#host.root.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }
  }

  /** Into the text field, except on touch screens, where that would cover the greeting with a keyboard. */
  #focus(): void {
    if (!this.#shown || (this.#options.mode === "inline" && !this.#host.invited)) {
      return;
    }
    if (this.#view && !matchMedia("(pointer: coarse)").matches) {
      this.#view.composer.focus();
    } else {
      this.#panel.focus({ preventScroll: true });
    }
  }
}

function why(error: unknown): Unavailable {
  if (!(error instanceof Refused)) {
    return "offline";
  }
  if (error.suspended) {
    return "suspended";
  }
  return error.status === 404 ? "unknown" : [401, 403].includes(error.status) ? "blocked" : "offline";
}

import { Api, type Config, Refused } from "./api";
import { Closing } from "./closing";
import { Composer } from "./composer";
import { Consent } from "./consent";
import type { Chat, ChatHost, ChatOptions, Settings } from "./contract";
import { attribute, h } from "./dom";
import { choose, count, direction, load } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import { LeadForm } from "./lead";
import { parts } from "./parts";
import { aiNotice, type MenuItem, Panel, unavailable, welcome } from "./panel";
import { Session } from "./session";
import { reason } from "./sheet";
import { Sound } from "./sound";
import { type Attachment, type Entry, type Event, next, over, type Rating, STARTING, type State, talking, type Unavailable } from "./state";
import { stylesheet } from "./stylesheet";
import { Transcript } from "./transcript";

const SLOW = 12_000;
/** How long somebody is taken to be writing; no word comes when they stop. */
const TYPING = 6_000;

/** The chat of one bot inside one element: one state, one session, one abort signal. */
export class TarosChat implements Chat {
  readonly #host: ChatHost;
  readonly #options: ChatOptions;
  readonly #api: Api;
  readonly #session: Session;
  readonly #sound: Sound;
  readonly #end = new AbortController();
  readonly #panel: HTMLElement;
  #settings: Settings;
  #state: State = STARTING;
  #config: Config | undefined;
  #texts: Texts | undefined;
  #notice: string | undefined;
  #consent: Consent | undefined;
  #view: { panel: Panel; transcript: Transcript; composer: Composer; lead: LeadForm } | undefined;
  #shown = false;
  #unread = 0;
  /** Until the replay of an earlier page has passed the last event that page showed, nothing is news. */
  #replaying = false;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #asked: string | undefined;

  constructor(host: ChatHost, options: ChatOptions) {
    this.#host = host;
    this.#options = options;
    this.#settings = options.settings;
    this.#api = new Api(options.host, options.bot);
    this.#session = new Session(this.#api, options.bot, () => this.#opening(), (event) => this.#on(event));
    this.#sound = new Sound(options.bot);
    const dialog = options.mode === "floating" ? { role: "dialog" } : { role: "region" };
    this.#panel = h("div", { class: `panel ${options.mode}`, part: "panel", tabindex: -1, hidden: true, ...dialog });
    this.#panel.addEventListener("keydown", (event) => this.#key(event));
    const { signal } = this.#end;
    addEventListener("online", () => this.#session.retry(), { signal });
    addEventListener("offline", () => this.#session.started && this.#session.cut(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || (this.#session.retry(), this.#look()), { signal });
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
      this.#look();
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
    const greeted = settings.greeting && !this.#session.started;
    if (this.#config && (greeted || (settings.locale && settings.locale !== spoken))) {
      this.#build(this.#config).catch(() => {});
    }
  }

  destroy(): void {
    this.#end.abort();
    clearTimeout(this.#slow);
    clearTimeout(this.#quiet);
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
    const own = config.texts ?? {};
    const language = choose([locale, page, config.language, navigator.language], own);
    const texts = await load(language, own);
    const greeting = this.#settings.greeting || own[`${language}:greeting`] || config.greeting || undefined;
    this.#texts = texts;
    this.#notice = aiNotice(config, texts);
    this.#consent = config.consent ? new Consent(texts) : undefined;
    attribute(this.#panel, "lang", language);
    attribute(this.#panel, "aria-label", config.name);
    this.#dress();
    const ask = (text: string) => this.#ask(text);
    const person = () => void this.#person();
    const files = async () => new (await import("./files")).Files(parts, texts, this.#session.within);
    const composer = new Composer(texts, {
      send: (text, files) => this.#ask(text, files),
      person,
      typing: () => this.#typing(),
      tray: config.files ? async (changed) => (await files()).tray(config.files!, changed, () => this.#mayWrite()) : undefined,
    });
    const lead = this.#lead(texts, config, () => composer.focus());
    const transcript = new Transcript(
      { welcome: welcome({ config, texts, greeting, notice: this.#notice, consent: this.#consent, ask }), closing: this.#closing(texts, config), lead },
      texts,
      config.showReliability ?? false,
      {
        ask,
        person,
        rate: (entry, rating, comment) => this.#rate(entry, rating, comment),
        files: async (place, shown) => (await files()).show(place, shown),
      },
    );
    const panel = new Panel({
      config,
      texts,
      close: this.#closer(),
      menu: () => this.#menu(texts),
      data: () => this.#data(),
      transcript: transcript.element,
      composer: composer.element,
      left: () => composer.focus(),
    });
    this.#view?.transcript.stop();
    this.#view = { panel, transcript, composer, lead };
    panel.nodes.forEach((node) => attribute(node, "dir", direction(language)));
    this.#panel.replaceChildren(...panel.nodes);
    this.#host.announce(texts.open, this.#unread);
    this.#draw();
    this.#focus();
  }

  async #fail(error: unknown): Promise<void> {
    const reason = why(error);
    const language = choose([this.#settings.locale, document.documentElement.lang, navigator.language]);
    const texts = await load(language);
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
    const state = this.#state;
    const { on } = this.#sound;
    const runs = this.#session.started && talking(state) && !over(state);
    return [
      { label: texts.contact, act: () => this.#view?.lead.show() },
      ...(runs ? [{ label: texts.end, act: () => void this.#trying(() => this.#endChat()) }] : []),
      { label: texts.fresh, act: () => this.reset() },
      { label: on ? texts.soundOff : texts.soundOn, act: () => this.#sound.switch(!on) },
    ];
  }

  #closing(texts: Texts, config: Config): Closing {
    return new Closing(texts, {
      mayRate: () => !this.#session.rated,
      rate: (opinion) => this.#session.rate(opinion),
      fresh: () => {
        this.reset();
        this.#focus();
      },
      mail: config.mail ? () => void this.#trying(async () => (await import("./data")).byMail(parts, this.#view!.panel.sheet, this.#session.within)) : undefined,
    });
  }

  #opening() {
    const { identity, context, tags } = this.#settings;
    const language = this.#panel.lang;
    // What is undefined is not sent.
    return { language, identity, context, tags, aiNotice: this.#notice, consent: this.#consent?.given };
  }

  /** The only place where the state changes; everything visible follows from it. */
  #on(told: Event): void {
    const event = told.type === "handover" && !told.text ? { ...told, text: this.#expectation() } : told;
    this.#state = next(this.#state, event);
    if (["handover", "state", "message"].includes(event.type) && talking(this.#state)) {
      this.#session.awaitPerson(this.#state.stage === "waiting" || this.#state.stage === "person");
    }
    this.#listenForSilence(event);
    this.#draw();
    this.#tell(event);
    this.#look();
  }

  /** What is on the screen of somebody who looks at it is seen. */
  #look(): void {
    if (this.#shown && !document.hidden) {
      this.#session.seen();
    }
  }

  /** What to say of a person who was asked for, where the server said nothing. */
  #expectation(): string {
    const { available, text } = this.#config?.handover ?? {};
    return (available === false && text) || (this.#texts?.talkAsked ?? "");
  }

  #listenForSilence(event: Event): void {
    if (event.type === "typing") {
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(() => this.#on({ type: "quiet" }), TYPING);
    } else if (event.type === "forgotten") {
      this.#consent?.reset();
      this.#view?.lead.hide();
    }
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
      if (talking(state)) {
        this.#view.composer.update(state);
        attribute(this.#panel, "data-started", state.entries.length > 0);
      }
      // Gone from the first word on; what was agreed to is with the server then.
      if (this.#consent) {
        this.#consent.element.hidden = this.#session.begun;
      }
    }
  }

  #tell(event: Event): void {
    if (event.type === "message" && !this.#replaying) {
      const { id, role, text } = event;
      this.#host.emit("message", { id, role, text });
      if (role !== "visitor") {
        this.#call(role);
      }
    } else if (event.type === "handover" && !this.#replaying) {
      this.#host.emit("handover", { reason: event.reason ?? "" });
    } else if (event.type === "error" && !this.#replaying) {
      this.#host.emit("error", { text: event.text });
    } else if (event.type === "current" || event.type === "wrote" || event.type === "forgotten") {
      this.#replaying = false;
    }
  }

  /** A reply is announced where it may be missed: the badge while the panel is closed, the sound where it is on. */
  #call(role: string): void {
    if (!this.#shown) {
      this.#count(this.#unread + 1);
    }
    if (role === "person" || !this.#shown || document.hidden) {
      this.#sound.play();
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

  #ask(text: string, files: readonly Attachment[] = []): void {
    if (!talking(this.#state)) {
      this.#asked = text;
      return;
    }
    if (this.#mayWrite()) {
      this.#session.write(text, files);
    } else {
      this.#view?.composer.put(text);
    }
  }

  /** Where the owner asks for consent, nothing leaves this browser before it is given. */
  #mayWrite(): boolean {
    const free = !this.#consent || this.#session.begun || this.#consent.given !== undefined;
    if (!free) {
      this.#consent?.demand();
    }
    return free;
  }

  #typing(): void {
    if (talking(this.#state) && (this.#state.stage === "waiting" || this.#state.stage === "person")) {
      this.#session.typing();
    }
  }

  async #person(): Promise<void> {
    if (!this.#mayWrite()) {
      return;
    }
    await this.#trying(async () => {
      if (!(await this.#session.handOver())) {
        this.#on({ type: "noted", text: this.#texts!.notDone });
      } else if (talking(this.#state) && this.#state.stage !== "waiting" && this.#state.stage !== "person") {
        this.#on({ type: "handover", reason: "visitor" });
      }
    });
  }

  async #endChat(): Promise<void> {
    await this.#session.end();
    this.#on({ type: "state", state: "closed" });
  }

  #rate(entry: Entry, rating: Rating, comment?: string): Promise<boolean> {
    return this.#trying(async () => {
      await this.#session.rate({ messageId: entry.id!, rating, ...(comment ? { comment } : {}) });
      this.#on({ type: "rated", key: entry.key, rating });
    });
  }

  #lead(texts: Texts, config: Config, left: () => void): LeadForm {
    return new LeadForm(texts, config, {
      settled: () => this.#session.asked,
      settle: () => this.#session.settle(),
      may: () => this.#mayWrite(),
      send: async (lead, thanks) => {
        await this.#session.lead(lead);
        this.#on({ type: "noted", text: thanks ?? texts.contactDone });
        this.#host.emit("lead", lead);
      },
      left,
      trying: (act) => this.#trying(act),
    });
  }

  /** The chat proves whose it is by itself: no account, no form, no reason. */
  #data(): void {
    const removed = () => this.#on({ type: "noted", text: this.#texts!.removed });
    const rights = {
      within: this.#session.within,
      mail: this.#config?.mail ?? false,
      remove: async () => {
        await this.#session.remove();
        removed();
      },
      forget: async () => {
        // Where it cannot be ended it can still be deleted.
        await this.#session.end().catch(() => {});
        await this.#session.remove();
        this.#sound.switch(false);
        removed();
      },
    };
    void this.#trying(async () => (await import("./data")).yourData(parts, this.#view!.panel.sheet, this.#session.started ? rights : undefined));
  }

  async #trying(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.#on({ type: "noted", text: reason(error, this.#texts!) });
      return false;
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
      if (!this.#view?.panel.back() && !this.#view?.lead.hide()) {
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

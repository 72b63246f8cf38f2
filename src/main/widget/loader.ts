import type { Chat, ChatHost, ChatModule, ChatOptions, Invitation, Mode, Settings, TarosEvents, Theme } from "./contract";

// One block and nothing outside it: this file runs as a classic script, where every name outside would be the page's.
{
  type Call = [method: string, ...args: unknown[]] | ((taros: Taros) => void);

  const TAG = "taros-chat";
  const FLOATING = `${TAG}[floating]`;
  // A tag manager may run this without a current script; then the tag that carries the key is found by its key.
  const script = (document.currentScript ?? document.querySelector("script[data-bot]")) as HTMLScriptElement | null;
  const home = script?.src ? new URL(script.src).origin : location.origin;

  /** What the visitor reads before anything is fetched. */
  const WORDS: Record<string, [open: string, failed: string, dismiss: string]> = {
    en: ["Open chat", "The chat could not be loaded. Try again.", "Dismiss"],
    da: ["Åbn chat", "Chatten kunne ikke hentes. Prøv igen.", "Afvis"],
    de: ["Chat öffnen", "Der Chat konnte nicht geladen werden. Erneut versuchen.", "Ausblenden"],
    fr: ["Ouvrir le chat", "Le chat n’a pas pu être chargé. Réessayez.", "Ignorer"],
    es: ["Abrir el chat", "No se pudo cargar el chat. Inténtalo de nuevo.", "Descartar"],
    nl: ["Chat openen", "De chat kon niet worden geladen. Probeer opnieuw.", "Sluiten"],
    sv: ["Öppna chatten", "Chatten kunde inte hämtas. Försök igen.", "Avfärda"],
    nb: ["Åpne chat", "Chatten kunne ikke hentes. Prøv igjen.", "Avvis"],
  };

  const words = (locale: string | null): [string, string, string] => {
    const wishes = [locale, document.documentElement.lang, navigator.language];
    const known = wishes.map((wish) => (wish ?? "").slice(0, 2).toLowerCase().replace(/no|nn/, "nb"));
    return WORDS[known.find((language) => language in WORDS) ?? "en"]!;
  };

  // Inside a shadow root an !important rule outranks whatever a host page throws at the element.
  const STYLE = `:host{all:initial!important;display:block!important;color-scheme:light dark!important;
--a:var(--taros-accent,var(--taros-bot-accent,oklch(52% .09 200)))}
:host([hidden]){display:none!important}
:host([data-theme=light]){color-scheme:light!important}
:host([data-theme=dark]){color-scheme:dark!important}
:host([floating]){position:fixed!important;inset-block-end:var(--taros-offset-block,20px)!important;
inset-inline-end:var(--taros-offset-inline,20px)!important;z-index:var(--taros-layer,2147483000)!important}
:host([floating][data-side=left]){inset-inline:var(--taros-offset-inline,20px) auto!important}
.launcher{all:unset;box-sizing:border-box;position:relative;display:grid;place-items:center;inline-size:56px;block-size:56px;
border-radius:var(--taros-launcher-radius,20px);background:var(--a);color:oklch(from var(--a) clamp(0,(.68 - l)*1000,1) 0 0);
cursor:pointer;box-shadow:0 1px 2px oklch(20% .02 200/.16),0 8px 24px -6px oklch(20% .02 200/.32);
transition:transform .16s ease-out,box-shadow .16s ease-out;-webkit-tap-highlight-color:transparent}
.launcher.wide{display:inline-flex;gap:10px;inline-size:auto;padding-inline:18px 22px;font:600 16px/1 var(--taros-font,system-ui,sans-serif)}
.launcher:hover{transform:translateY(-1px)}.launcher:active{transform:none}
.launcher:focus-visible{outline:3px solid var(--a);outline-offset:3px}
.launcher[aria-busy=true] svg{animation:wait 1.1s ease-in-out infinite alternate}
.launcher[hidden]{display:none}
.launcher svg{inline-size:26px;block-size:26px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.launcher path{transition:opacity .12s,transform .16s ease-out;transform-origin:center}
.launcher[aria-expanded=true] path:first-child,.launcher[aria-expanded=false] path+path{opacity:0;transform:scale(.7)}
.count{position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-inline-size:22px;block-size:22px;box-sizing:border-box;
padding-inline:6px;border-radius:11px;background:oklch(50% .16 28);color:#fff;font:650 12.5px/22px system-ui,sans-serif;text-align:center}
.count:empty{display:none}
.failed,.invitation{position:absolute;inset-block-end:68px;inset-inline-end:0;inline-size:max-content;max-inline-size:min(280px,100vw - 40px);margin:0;
border-radius:12px;background:CanvasText;color:Canvas;font:15px/1.4 var(--taros-font,system-ui,sans-serif)}
:host([data-side=left]) :is(.failed,.invitation){inset-inline:0 auto}
.failed{padding:10px 14px}.invitation{display:flex}:is(.failed,.invitation):empty{display:none}
.invitation button{all:unset;box-sizing:border-box;min-inline-size:44px;min-block-size:44px;padding-block:11px;padding-inline-start:16px;border-radius:12px;cursor:pointer}
.invitation button+button{padding:0;text-align:center;align-self:start;line-height:44px}
.invitation button:focus-visible{outline:2px solid;outline-offset:-3px}
@keyframes wait{to{opacity:.35}}
@media (prefers-reduced-motion:reduce){.launcher,.launcher *{transition:none;animation:none!important}}
@media (forced-colors:active){.launcher,.invitation{border:2px solid ButtonText}}
@media print{:host([floating]){display:none!important}}`;

  const dress = (root: ShadowRoot): void => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  };

  const make = (tag: string, attributes: Record<string, string>): HTMLElement => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  };

  const SPEECH =
    "M4 9.5A4.5 4.5 0 0 1 8.5 5h7A4.5 4.5 0 0 1 20 9.5v2.75a4.5 4.5 0 0 1-4.5 4.5H11L6.75 20v-3.6A4.5 4.5 0 0 1 4 12.25zM8.75 9.25h6.5M8.75 12.5h4";
  const DOWN = "M6 9.5l6 6 6-6";

  const drawing = (): SVGSVGElement => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    for (const shape of [SPEECH, DOWN]) {
      const path = document.createElementNS(space, "path");
      path.setAttribute("d", shape);
      svg.append(path);
    }
    return svg;
  };

  const isFor = ({ page = "*" }: Invitation, address: string): boolean => {
    const { origin, pathname } = new URL(address);
    const pattern = page.replace(/[^*\w]/g, "\\$&").replaceAll("*", ".*");
    return new RegExp(`^${pattern}$`, "s").test(/^[/*]/.test(page) ? pathname : origin + pathname);
  };

  /**
   * The addresses of this visit but for the present one, as the browser lists them by itself: nothing needs to be stored
   * to invite once. What happened in this document is known anyway, and a page that is loaded again was there before.
   * A browser that keeps no such list counts every page as visited: rather never than twice.
   */
  const visited = (): string[] => {
    type Page = { url: string | null; sameDocument: boolean };
    const { navigation } = window as { navigation?: { entries(): Page[] } };
    const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return !navigation || (load && load.type !== "navigate")
      ? [location.href]
      : navigation.entries().filter((entry) => !entry.sameDocument).map(({ url }) => url ?? location.href);
  };

  let module: Promise<ChatModule> | undefined;

  /** Absolute, because a classic script from another origin has no base to import from. Not cached when it failed. */
  const chatModule = (host: string): Promise<ChatModule> => {
    module ??= (import(`${host}/widget/chat.js`) as Promise<ChatModule>).catch((error: unknown) => {
      module = undefined;
      throw error;
    });
    return module;
  };

  /** The tag: attributes and calls in, `taros:*` events out. Draws its own launcher and fetches nothing until opened. */
  class TarosElement extends HTMLElement {
    static readonly observedAttributes = ["locale", "theme", "position", "accent", "tags"];
    #button: HTMLElement | undefined;
    #problem: HTMLElement | undefined;
    #invitation: HTMLElement | undefined;
    #waiting = new AbortController();
    #count: HTMLElement | undefined;
    #chat: Promise<Chat> | undefined;
    #settings: Settings = {};
    #open = false;
    #invited = false;
    #hasInvited = false;
    #wanted = true;

    connectedCallback(): void {
      if (!this.shadowRoot) {
        this.#draw(this.attachShadow({ mode: "open" }));
      }
      if (this.#mode === "page" || this.hasAttribute("open")) {
        this.#show();
      } else if (this.#mode === "floating" && this.#isKnown(/"person":true/)) {
        // The visitor asked for a person on an earlier page: the reply must reach them here, opened or not.
        void this.#load();
      }
    }

    /** A move within the page disconnects too; only an element that stays away ends its chat. */
    disconnectedCallback(): void {
      queueMicrotask(() => {
        if (!this.isConnected) {
          void this.#chat?.then((chat) => chat.destroy());
          this.#chat = undefined;
          this.#open = false;
          this.#tellButton();
          this.#waiting.abort();
        }
      });
    }

    attributeChangedCallback(name: string, _: string | null, value: string | null): void {
      if (value !== null) {
        this.change({ [name]: value });
      }
    }

    get isOpen(): boolean {
      return this.#open;
    }

    open(message?: string): void {
      this.#invited = true;
      this.#show(message);
    }

    close(): void {
      void this.#chat?.then((chat) => chat.close());
    }

    toggle(): void {
      if (this.#open) {
        this.close();
      } else {
        this.open();
      }
    }

    launcher(wanted: boolean): void {
      this.#wanted = wanted;
      this.#tellButton();
    }

    reset(): void {
      try {
        localStorage.removeItem(this.#key);
      } catch {
        // Without storage there is nothing to forget here.
      }
      void this.#chat?.then((chat) => chat.reset());
    }

    change(settings: Settings): void {
      Object.assign(this.#settings, settings);
      if (settings.theme) {
        this.dataset["theme"] = settings.theme;
      }
      if (settings.position) {
        this.dataset["side"] = settings.position;
      }
      if (settings.accent) {
        this.style.setProperty("--taros-bot-accent", settings.accent);
      }
      if (settings.proactive) {
        this.#plan([settings.proactive].flat() as Invitation[]);
      }
      void this.#chat?.then((chat) => chat.change(settings));
    }

    /** Waits for what the rules ask for on this page, and again on the next one of a page that never loads anew. */
    #plan(rules: Invitation[]): void {
      this.#waiting.abort();
      this.#waiting = new AbortController();
      const { signal } = this.#waiting;
      const rule = rules.find((one) => isFor(one, location.href));
      const past = this.#hasInvited || this.#isKnown(/./) || visited().some((page) => rules.some((one) => isFor(one, page)));
      if (this.#mode !== "floating" || this.#open || past) {
        return;
      }
      const { navigation } = window as { navigation?: EventTarget };
      navigation?.addEventListener("currententrychange", () => this.#plan(rules), { signal });
      if (rule) {
        const { scroll = 0, seconds = scroll ? 0 : 10 } = rule;
        let isTime = false;
        const look = () => {
          const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
          if (isTime && (scrollTop + clientHeight) / scrollHeight >= scroll / 100) {
            this.#waiting.abort();
            this.#invite(rule.text);
          }
        };
        const timer = setTimeout(() => ((isTime = true), look()), seconds * 1000);
        signal.addEventListener("abort", () => clearTimeout(timer));
        addEventListener("scroll", look, { signal, passive: true });
      }
    }

    #invite(text: string): void {
      this.#hasInvited = true;
      const [, , dismiss] = words(this.getAttribute("locale"));
      const accept = make("button", { type: "button", dir: "auto" });
      const decline = make("button", { type: "button", "aria-label": dismiss });
      accept.textContent = text;
      decline.textContent = "✕";
      accept.addEventListener("click", () => {
        this.change({ greeting: text });
        this.open();
      });
      decline.addEventListener("click", () => {
        this.#invitation!.replaceChildren();
        this.#button?.focus();
      });
      this.#invitation!.replaceChildren(accept, decline);
    }

    get #mode(): Mode {
      return this.hasAttribute("floating") ? "floating" : this.hasAttribute("full-page") ? "page" : "inline";
    }

    get #bot(): string {
      return this.getAttribute("bot") ?? this.dataset["bot"] ?? "";
    }

    get #key(): string {
      return `taros:${this.#bot}`;
    }

    #show(message?: string): void {
      this.#open = true;
      this.#waiting.abort();
      this.#invitation?.replaceChildren();
      this.#tellButton();
      void this.#load().then((chat) => {
        if (this.#open) {
          chat?.open(message);
        }
      });
    }

    /** What there is of a conversation from an earlier page. */
    #isKnown(pattern: RegExp): boolean {
      try {
        return pattern.test(localStorage.getItem(this.#key) ?? "");
      } catch {
        return false;
      }
    }

    async #load(): Promise<Chat | undefined> {
      const host = this.getAttribute("host") ?? home;
      const options: ChatOptions = { bot: this.#bot, host, mode: this.#mode, settings: this.#settings };
      this.#button?.setAttribute("aria-busy", "true");
      this.#problem!.textContent = "";
      try {
        this.#chat ??= chatModule(host).then((chat) => chat.mount(this.#host(), options));
        return await this.#chat;
      } catch {
        this.#fail();
        return undefined;
      } finally {
        this.#button?.setAttribute("aria-busy", "false");
      }
    }

    #fail(): void {
      void this.#chat?.then((chat) => chat.destroy(), () => {});
      this.#chat = undefined;
      this.#open = false;
      this.#problem!.textContent = words(this.getAttribute("locale"))[1];
      this.#tellButton();
      this.#emit("error", { text: this.#problem!.textContent });
    }

    #host(): ChatHost {
      const element = this;
      return {
        root: element.shadowRoot!,
        get invited() {
          return element.#invited;
        },
        emit: (event, detail) => element.#emit(event, detail),
        announce: (label, unread) => {
          element.#button?.setAttribute("aria-label", label);
          element.#count!.textContent = unread ? String(unread) : "";
        },
        failed: () => element.#fail(),
        closed: () => {
          element.#open = false;
          element.#tellButton();
          element.#button?.focus();
        },
      };
    }

    #draw(root: ShadowRoot): void {
      const [label] = words(this.getAttribute("locale"));
      const wide = this.#mode === "inline";
      dress(root);
      this.#count = make("span", { class: "count", "aria-hidden": "true" });
      this.#problem = make("p", { class: "failed", role: "alert" });
      this.#button = make("button", { type: "button", class: wide ? "launcher wide" : "launcher", part: "launcher", "aria-label": label });
      this.#button.append(drawing(), wide ? label : "", this.#count);
      this.#button.addEventListener("click", () => this.toggle());
      this.#invitation = make("div", { class: "invitation", role: "status" });
      root.append(this.#button, this.#problem, this.#invitation);
      this.#tellButton();
    }

    #tellButton(): void {
      const floating = this.#mode === "floating";
      this.#button?.toggleAttribute("hidden", floating ? !this.#wanted : this.#open);
      this.#button?.setAttribute("aria-expanded", String(this.#open));
    }

    #emit<K extends keyof TarosEvents>(event: K, detail: TarosEvents[K]): void {
      this.dispatchEvent(new CustomEvent(`taros:${event}`, { bubbles: true, composed: true, detail }));
    }
  }

  /** The page's side: `Taros.open()` and the rest act on the floating chat, or on the first one in the page. */
  class Taros {
    open(options?: { message?: string }): void {
      this.#element.open(options?.message);
    }
    close(): void {
      this.#element.close();
    }
    toggle(): void {
      this.#element.toggle();
    }
    isOpen(): boolean {
      return this.#element.isOpen;
    }
    launcher(wanted: boolean): void {
      this.#element.launcher(wanted);
    }
    reset(): void {
      this.#element.reset();
    }
    identify(jwt: string): void {
      this.set({ identity: jwt });
    }
    context(context: Record<string, unknown>): void {
      this.set({ context });
    }
    locale(locale: string): void {
      this.set({ locale });
    }
    theme(theme: Theme): void {
      this.set({ theme });
    }
    set(settings: Settings): void {
      this.#element.change(settings);
    }
    on<K extends keyof TarosEvents>(event: K, listener: (detail: TarosEvents[K]) => void): () => void {
      if (event === "ready") {
        queueMicrotask(() => listener({} as TarosEvents[K]));
        return () => {};
      }
      const hear = (heard: globalThis.Event) => listener((heard as CustomEvent<TarosEvents[K]>).detail);
      document.addEventListener(`taros:${event}`, hear);
      return () => document.removeEventListener(`taros:${event}`, hear);
    }
    /** Calls queued before this file arrived: `(window.Taros ??= []).push(["open"])`. */
    push(...calls: Call[]): void {
      for (const call of calls) {
        if (typeof call === "function") {
          call(this);
        } else {
          const [method, ...args] = call;
          (this[method as keyof this] as (...args: unknown[]) => void).apply(this, args);
        }
      }
    }

    get #element(): TarosElement {
      const element = document.querySelector<TarosElement>(FLOATING) ?? document.querySelector<TarosElement>(TAG);
      if (!element) {
        throw new Error("Taros: no chat on this page");
      }
      return element;
    }
  }

  const start = (): void => {
    const page = window as unknown as { Taros?: Taros | Call[] };
    const queued = Array.isArray(page.Taros) ? page.Taros : [];
    const bot = script?.dataset["bot"];
    if (bot) {
      const element = make(TAG, { bot, floating: "" }) as TarosElement;
      for (const name of ["host", ...TarosElement.observedAttributes]) {
        const value = script?.dataset[name];
        if (value) {
          element.setAttribute(name, value);
        }
      }
      element.launcher(script?.dataset["launcher"] !== "off");
      document.body.append(element);
      // A page that never loads anew may bring a body of its own, perhaps with the copy of the tag that it kept.
      let isTaken = false;
      new MutationObserver((changes) => {
        isTaken ||= changes.some((change) => [...change.removedNodes].some((node) => node.contains(element)));
        if (isTaken && document.body && !element.isConnected) {
          isTaken = false;
          document.querySelector(FLOATING)?.remove();
          document.body.append(element);
        }
      }).observe(document.documentElement, { childList: true });
      const rules = script?.dataset["proactive"];
      if (rules) {
        try {
          element.change({ proactive: JSON.parse(rules) as Invitation[] });
        } catch {
          console.warn("Taros: data-proactive is not JSON");
        }
      }
    }
    const taros = new Taros();
    page.Taros = taros;
    taros.push(...queued);
    document.dispatchEvent(new CustomEvent("taros:ready", { detail: {} }));
  };

  // A second copy of the script, or of the snippet, finds the tag taken and leaves.
  if (!customElements.get(TAG)) {
    customElements.define(TAG, TarosElement);
    if (document.body) {
      start();
    } else {
      document.addEventListener("DOMContentLoaded", start, { once: true });
    }
  }
}

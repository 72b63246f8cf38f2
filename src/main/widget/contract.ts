/** What the loader and the chat module owe each other. Types only: nothing here reaches a browser. */

export type Mode = "floating" | "inline" | "page";
export type Theme = "auto" | "light" | "dark";

/** What a host page may set, by attribute or through `Taros`. Everything but the bot has a default. */
export interface Settings {
  locale?: string;
  theme?: Theme;
  position?: "left" | "right";
  accent?: string;
  /** A signed statement of who the visitor is, made by the operator's own server. */
  identity?: string;
  context?: Record<string, unknown>;
  /** Who your visitors are, such as `pro,eu`: what the bot answers from is narrowed to what is for them. */
  tags?: string | readonly string[];
  /** In place of the bot's greeting. */
  greeting?: string;
  /** What is offered beside the launcher of a closed chat, and when. */
  proactive?: Invitation | readonly Invitation[];
}

/** One sentence that invites to the chat once everything else here holds. */
export interface Invitation {
  readonly text: string;
  /** A path (`/pricing*`) or a whole address, `*` for anything; every page if absent. */
  readonly page?: string;
  /** On this page; ten where `scroll` is absent too. */
  readonly seconds?: number;
  /** Percent of the page that was scrolled past. */
  readonly scroll?: number;
}

export interface ChatOptions {
  readonly bot: string;
  /** Origin of the installation, without a slash at the end. */
  readonly host: string;
  readonly mode: Mode;
  readonly settings: Settings;
}

export interface TarosEvents {
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  message: { id?: string; role: string; text: string };
  unread: { count: number };
  handover: { reason: string };
  lead: { name?: string; email?: string; phone?: string; message?: string; [answer: string]: string | undefined };
  error: { text: string };
}

/** What the element offers to the chat it carries. */
export interface ChatHost {
  readonly root: ShadowRoot;
  /** The visitor opened it, so it may take the focus; an inline chat that opens by itself may not. */
  readonly invited: boolean;
  emit<K extends keyof TarosEvents>(event: K, detail: TarosEvents[K]): void;
  /** Names the launcher for screen readers and draws the count of unread messages. */
  announce(label: string, unread: number): void;
  /** Not even the words for a sentence could be fetched: the launcher says so in its own. */
  failed(): void;
  /** The visitor closed the panel from inside. */
  closed(): void;
}

export interface Chat {
  open(message?: string): void;
  close(): void;
  reset(): void;
  change(settings: Settings): void;
  destroy(): void;
}

export interface ChatModule {
  mount(host: ChatHost, options: ChatOptions): Promise<Chat>;
}

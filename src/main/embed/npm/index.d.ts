export interface Invitation {
  readonly text: string;
  /** A path (`/pricing*`) or a whole address, `*` for anything; every page if absent. */
  readonly page?: string;
  /** On this page; ten where `scroll` is absent too. */
  readonly seconds?: number;
  /** Percent of the page that was scrolled past. */
  readonly scroll?: number;
}

export interface Settings {
  locale?: string;
  theme?: "auto" | "light" | "dark";
  position?: "left" | "right";
  accent?: string;
  /** A signed statement of who the visitor is, made by your own server. */
  identity?: string;
  context?: Record<string, unknown>;
  /** Who your visitors are, such as `pro,eu`: what the bot answers from is narrowed to what is for them. */
  tags?: string | readonly string[];
  greeting?: string;
  proactive?: Invitation | readonly Invitation[];
}

export interface Options extends Settings {
  /** Where Taros runs, such as `https://chat.example.com`. */
  host: string;
  /** The bot's public key. */
  bot: string;
  /** False where the page opens the chat with a button of its own. */
  launcher?: boolean;
  /** For pages with a content security policy of nonces. */
  nonce?: string;
}

export interface Events {
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  message: { id?: string; role: string; text: string };
  unread: { count: number };
  handover: { reason: string };
  lead: { name?: string; email?: string; phone?: string; message?: string; [answer: string]: string | undefined };
  error: { text: string };
}

export interface Taros {
  open(options?: { message?: string }): void;
  close(): void;
  toggle(): void;
  isOpen(): boolean;
  launcher(wanted: boolean): void;
  reset(): void;
  identify(jwt: string): void;
  context(context: Record<string, unknown>): void;
  locale(locale: string): void;
  theme(theme: "auto" | "light" | "dark"): void;
  set(settings: Settings): void;
  /** Returns a function that stops listening. */
  on<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): () => void;
}

export function load(options: Options): Promise<Taros>;

export function taros(call: (taros: Taros) => void): void;
export function taros<K extends Exclude<keyof Taros, "on">>(method: K, ...args: Parameters<Taros[K]>): void;

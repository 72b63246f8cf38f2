import type { LeadConfig } from "./lead";
import type { Puzzle } from "./puzzle";
import type { Rating, ServerEvent } from "./state";

export interface Config {
  readonly name: string;
  readonly avatarUrl?: string | null;
  readonly language?: string | null;
  readonly greeting?: string | null;
  readonly suggestedQuestions?: readonly string[] | null;
  readonly accent?: string | null;
  readonly position?: string | null;
  readonly theme?: string | null;
  readonly aiNotice?: string | null;
  /** False where the owner switched it off, for a reason that is on record. */
  readonly showAiNotice?: boolean;
  readonly privacyPolicyUrl?: string | null;
  readonly showReliability?: boolean;
  readonly poweredBy?: boolean;
  /** Under whose name it runs, where that is not our own. */
  readonly maker?: string | null;
  /** The owner's words, by name, or by language and name: `{"talk": …, "ar:talk": …}`. */
  readonly texts?: Record<string, string> | null;
  /** The visitor agrees before the first word. */
  readonly consent?: boolean;
  /** Whether a chat can be sent by mail. */
  readonly mail?: boolean;
  /** What visitors are asked who want to be answered later. */
  readonly lead?: LeadConfig;
  /** What may be attached; nothing where it is absent. */
  readonly files?: FilesConfig | null;
  /** Whether anybody would come, and what to expect where nobody does. */
  readonly handover?: { readonly available?: boolean; readonly text?: string | null } | null;
}

export interface FilesConfig {
  readonly types: readonly string[];
  readonly most: number;
  readonly megabytes: number;
  readonly tooMany: string;
  readonly tooLarge: string;
}

export interface Ticket {
  readonly id: string;
  readonly token: string;
}

export interface Lead {
  name?: string;
  email?: string;
  phone?: string;
  message?: string;
  /** The sentence that was ticked, or stood beside the button. */
  consent?: string;
  /** Whatever else the form asks. */
  [name: string]: string | undefined;
}

/** What a visitor thinks: of one reply by a thumb, of the whole chat by one to five. */
export interface Opinion {
  messageId?: string;
  rating?: Rating;
  score?: number;
  comment?: string;
}

export interface Received {
  readonly id: string;
  readonly event: ServerEvent;
}

/** The server answered, and the answer was no. A connection that failed is a TypeError from fetch instead. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfter: number,
    /** Nothing of this organization is served at present; what is there stays. */
    readonly suspended = false,
    /** The name of what does not fit. */
    readonly field = "",
  ) {
    super(message);
  }

  /** Worth trying again unchanged: the server is busy, restarting or asks us to slow down. */
  get passing(): boolean {
    return this.status === PUZZLE || this.status === 429 || this.status >= 500;
  }
}

/** Calls within the visitor's conversation, for what is loaded later. */
export type Within = (method: string, path: string, body?: object) => Promise<Response>;

/** The visitor channel. Subclass and override `request` to speak to something else. */
export class Api {
  readonly #base: string;

  constructor(host: string, bot: string) {
    this.#base = `${host}/widget/v1/${encodeURIComponent(bot)}`;
  }

  async config(signal: AbortSignal): Promise<Config> {
    return (await this.#call("GET", "/config", { signal })).json() as Promise<Config>;
  }

  async start(body: object, signal: AbortSignal): Promise<Ticket> {
    return (await this.#call("POST", "/conversations", { body, signal })).json() as Promise<Ticket>;
  }

  async post(ticket: Ticket, body: object, signal: AbortSignal): Promise<{ id: string }> {
    const path = `${conversation(ticket)}/messages`;
    return (await this.#call("POST", path, { ticket, body, signal })).json() as Promise<{ id: string }>;
  }

  within(ticket: Ticket, method: string, path: string, body?: object): Promise<Response> {
    return this.#call(method, conversation(ticket) + path, { ticket, body });
  }

  /** Answers how the conversation stands then. */
  async handOver(ticket: Ticket): Promise<{ state: string }> {
    return (await this.#call("POST", `${conversation(ticket)}/handover`, { ticket, body: {} })).json() as Promise<{ state: string }>;
  }

  /** What a visitor does besides writing: `rating`, `lead`, `typing`, `seen`, `end`. */
  async tell(ticket: Ticket, what: string, body: object = {}): Promise<void> {
    await this.#call("POST", `${conversation(ticket)}/${what}`, { ticket, body });
  }

  async remove(ticket: Ticket): Promise<void> {
    await this.#call("DELETE", conversation(ticket), { ticket });
  }

  /** Reads events until the server ends the stream, the signal ends it, or silence shows that it is dead. */
  async *events(ticket: Ticket, after: string | undefined, signal: AbortSignal): AsyncGenerator<Received | undefined> {
    const dead = new AbortController();
    const response = await this.#call("GET", `${conversation(ticket)}/events`, {
      ticket,
      signal: AbortSignal.any([signal, dead.signal]),
      headers: after ? { "Last-Event-ID": after } : {},
    });
    yield undefined;
    let silence = setTimeout(() => dead.abort(), SILENCE);
    try {
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const stream = new EventParser();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(() => dead.abort(), SILENCE);
        yield* stream.parse(chunk.value);
      }
    } finally {
      clearTimeout(silence);
      dead.abort();
    }
  }

  protected request(url: string, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }

  async #call(
    method: string,
    path: string,
    { ticket, body, signal, headers }: Call,
  ): Promise<Response> {
    const file = body instanceof FormData;
    const response = await this.request(this.#base + path, {
      method,
      credentials: "omit",
      cache: "no-store",
      headers: {
        ...headers,
        ...(ticket ? { Authorization: `Bearer ${ticket.token}` } : {}),
        ...(body && !file ? { "Content-Type": "application/json" } : {}),
      },
      ...(body ? { body: file ? body : JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
    // Pages that are not secure cannot hash: there it waits until nothing is asked any more.
    if (response.status === PUZZLE && body && !("solution" in body) && crypto.subtle) {
      const { puzzle } = (await response.json()) as { puzzle: Puzzle };
      const { solve } = await import("./puzzle");
      return this.#call(method, path, { ticket, body: { ...body, solution: await solve(puzzle, signal) }, signal, headers });
    }
    if (!response.ok) {
      throw await refusal(response);
    }
    return response;
  }
}

/** The server sends a comment at least every 30 seconds; twice that without a byte is a dead line. */
const SILENCE = 60_000;

/** Wanted again with the solution of a puzzle. */
const PUZZLE = 428;

interface Call {
  ticket?: Ticket | undefined;
  body?: object | undefined;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string> | undefined;
}

function conversation(ticket: Ticket): string {
  return `/conversations/${encodeURIComponent(ticket.id)}`;
}

async function refusal(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; type?: string; field?: string };
  const retryAfter = Number(response.headers.get("Retry-After")) || 0;
  return new Refused(response.status, problem.detail ?? problem.title ?? "", retryAfter, problem.type?.endsWith("#suspended"), problem.field);
}

/** Server-sent events by hand: EventSource can send neither a bearer token nor Last-Event-ID on a fresh start. */
export class EventParser {
  #rest = "";

  *parse(text: string): Generator<Received> {
    const blocks = (this.#rest + text).split(/\r?\n\r?\n/);
    this.#rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields: Record<string, string> = {};
      for (const line of block.split(/\r?\n/)) {
        const [, name, value] = /^(\w*): ?(.*)/.exec(line) ?? [];
        if (name) {
          fields[name] = (name === "data" && fields["data"] ? `${fields["data"]}\n` : "") + value;
        }
      }
      const event = read(fields["event"] ?? "", fields["data"] ?? "");
      if (event) {
        yield { id: fields["id"] ?? "", event };
      }
    }
  }
}

const KNOWN = "status message delta sources score handover done error state typing".split(" ");

/** An event of a kind or shape this version does not know is skipped, never fatal. */
function read(type: string, data: string): ServerEvent | undefined {
  try {
    return KNOWN.includes(type) ? ({ ...(JSON.parse(data) as object), type } as ServerEvent) : undefined;
  } catch {
    return undefined;
  }
}

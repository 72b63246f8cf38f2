/** Everything the visitor sees follows from one value of State; `next` is the only way to another. */

export interface Source {
  readonly title: string;
  readonly url?: string | null;
  readonly quote?: string | null;
}

export interface Reliability {
  readonly score: number;
  readonly word?: string;
}

export type Rating = "up" | "down";
export type Phase = "thinking" | "searching" | "writing";
export type Delivery = "sent" | "sending" | "kept" | "refused";
/** `suspended`: nothing is served at present, and the conversation goes on once it is. */
export type Line = "open" | "connecting" | "lost" | "suspended";

/** A file that goes with a message; with a width it is a picture. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** One line of the transcript. `key` never changes, so the same line keeps the same place on the page. */
export interface Entry {
  readonly key: string;
  readonly id?: string;
  readonly role: "visitor" | "bot" | "person" | "note";
  readonly text: string;
  readonly delivery: Delivery;
  readonly streaming: boolean;
  readonly sources: readonly Source[];
  readonly reliability?: Reliability;
  readonly outcome?: string;
  /** What the bot offers where it is not sure what was meant, each to be asked as it stands. */
  readonly choices?: readonly string[];
  readonly rating?: Rating;
  readonly files?: readonly Attachment[] | undefined;
  /** The person who wrote it, as they are called here. */
  readonly by?: string;
  /** A person was asked for while nobody was there. */
  readonly away?: boolean;
}

/** Who has the word: the bot, nobody until a person comes, a person, or nobody any more. */
export type Stage = "bot" | "waiting" | "person" | "resolved" | "closed";

interface Thread {
  readonly entries: readonly Entry[];
  readonly line: Line;
  readonly stage: Stage;
  /** The person who is here, where they have a name. */
  readonly by?: string | undefined;
  /** Who is writing at this moment. */
  readonly typing?: string | undefined;
}

export type Unavailable = "offline" | "unknown" | "blocked" | "suspended";

export type State =
  | { readonly kind: "starting" }
  | { readonly kind: "unavailable"; readonly reason: Unavailable }
  | ({ readonly kind: "idle" } & Thread)
  | ({ readonly kind: "answering"; readonly phase: Phase; readonly slow: boolean } & Thread);

export type Talking = Extract<State, Thread>;

/** What the server says, as named in the event stream. */
export type ServerEvent =
  | { readonly type: "status"; readonly state: Phase }
  | {
      readonly type: "message";
      readonly id: string;
      readonly role: "visitor" | "bot" | "person";
      readonly text: string;
      readonly clientId?: string | null;
      readonly sources?: readonly Source[] | null;
      readonly reliability?: Reliability | null;
      readonly outcome?: string | null;
      readonly choices?: readonly string[] | null;
      readonly rating?: Rating | null;
      readonly attachments?: readonly Attachment[] | null;
      readonly author?: Named | null;
    }
  | { readonly type: "state"; readonly state: Stage; readonly by?: Named | null }
  | { readonly type: "typing"; readonly who?: string; readonly name?: string | null }
  | { readonly type: "delta"; readonly turn: string; readonly text: string }
  | { readonly type: "sources"; readonly turn: string; readonly sources: readonly Source[] }
  | { readonly type: "score"; readonly turn: string; readonly score: number; readonly word?: string }
  | { readonly type: "handover"; readonly reason?: string; readonly text?: string | null; readonly available?: boolean | null }
  | { readonly type: "done"; readonly turn: string; readonly messageId?: string | null }
  | { readonly type: "error"; readonly text: string };

interface Named {
  readonly name?: string | null;
}

export type Event =
  | ServerEvent
  | { readonly type: "configured" }
  | { readonly type: "unavailable"; readonly reason: Unavailable }
  | { readonly type: "wrote"; readonly clientId: string; readonly text: string; readonly files?: readonly Attachment[] }
  | { readonly type: "delivered"; readonly clientId: string; readonly id: string }
  | { readonly type: "kept"; readonly clientId: string }
  | { readonly type: "refused"; readonly clientId: string; readonly text: string }
  | { readonly type: "line"; readonly line: Line }
  | { readonly type: "rated"; readonly key: string; readonly rating: Rating }
  | { readonly type: "noted"; readonly text: string }
  | { readonly type: "slow" }
  | { readonly type: "quiet" }
  | { readonly type: "current" }
  | { readonly type: "forgotten" };

const EMPTY: Talking = { kind: "idle", entries: [], line: "open", stage: "bot" };

export const STARTING: State = { kind: "starting" };

export function talking(state: State): state is Talking {
  return state.kind === "idle" || state.kind === "answering";
}

/** Settled or ended; a further message opens it again. */
export function over({ stage }: Talking): boolean {
  return stage === "resolved" || stage === "closed";
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case "configured":
    case "forgotten":
      return EMPTY;
    case "unavailable":
      return { kind: "unavailable", reason: event.reason };
    default:
      return talking(state) ? converse(state, event) : state;
  }
}

type Within = Exclude<Event, { type: "configured" | "forgotten" | "unavailable" }>;

function converse(state: Talking, event: Within): Talking {
  switch (event.type) {
    case "wrote":
      return expectAnswer(append(reopened(state), written(event.clientId, event.text, event.files)));
    case "delivered":
      return change(state, event.clientId, { id: event.id, delivery: "sent" });
    case "kept":
      return change(state, event.clientId, { delivery: "kept" });
    case "refused":
      return idle(note(change(state, event.clientId, { delivery: "refused" }), event.text));
    case "line":
      return { ...state, line: event.line };
    case "rated":
      return change(state, event.key, { rating: event.rating });
    case "noted":
      return note(state, event.text);
    case "current":
      return state;
    case "quiet":
      return silent(state);
    case "slow":
      return state.kind === "answering" ? { ...state, slow: true } : state;
    default:
      return heard(state, event);
  }
}

function heard(state: Talking, event: ServerEvent): Talking {
  switch (event.type) {
    case "status":
      return { ...begun(state, event.state), kind: "answering", phase: event.state, slow: false };
    case "message":
      return event.role === "visitor" ? confirm(state, event) : answer(state, event);
    case "delta":
      return draft(state, event.turn, (entry) => ({ text: entry.text + event.text }));
    case "sources":
      return draft(state, event.turn, () => ({ sources: event.sources }));
    case "score":
      return draft(state, event.turn, () => ({ reliability: event }));
    case "handover":
      return handOver(state, event.text ?? "", event.available);
    case "state":
      return enter(state, event.state, event.by?.name ?? undefined);
    case "typing":
      return event.who === "person" ? { ...state, typing: event.name ?? state.by ?? "" } : state;
    case "done":
      return idle(change(state, event.turn, { streaming: false, ...(event.messageId ? { id: event.messageId } : {}) }));
    case "error":
      return idle(note(state, event.text));
  }
}

/** Asked by button and confirmed by the server, or decided by the server alone: one note either way. */
function handOver(state: Talking, text: string, available: boolean | null | undefined): Talking {
  const away = available == null ? {} : { away: !available };
  const known = state.stage === "waiting" && state.entries.findLast(isHandover);
  const told = known
    ? change(state, known.key, text ? { text, ...away } : away)
    : append(state, { ...blank(`${HANDOVER}-${state.entries.length}`, "note"), text, ...away });
  return { ...idle(told), stage: state.stage === "person" ? "person" : "waiting" };
}

const HANDOVER = "handover";

/** The line that says a person was asked for. */
export function isHandover(entry: Entry): boolean {
  return entry.key.startsWith(HANDOVER);
}

/** Where nobody has the word, or somebody else than the bot, no answer of the bot is on its way. */
function enter(state: Talking, stage: Stage, by: string | undefined): Talking {
  const entered = { ...silent(state), stage, by };
  if (stage === "bot" || stage === "waiting") {
    return entered;
  }
  return idle({ ...entered, entries: state.entries.filter((entry) => !entry.streaming) });
}

function silent(state: Talking): Talking {
  return { ...state, typing: undefined };
}

function reopened(state: Talking): Talking {
  return over(state) ? enter(state, "bot", undefined) : state;
}

type Message = Extract<ServerEvent, { type: "message" }>;

/** The visitor's own words come back with their clientId: the line that is already there is completed. */
function confirm(state: Talking, message: Message): Talking {
  const known = state.entries.find((entry) => entry.key === message.clientId || entry.id === message.id);
  if (known) {
    return change(state, known.key, { id: message.id, delivery: "sent" });
  }
  const entry = written(message.clientId ?? message.id, message.text, message.attachments ?? undefined);
  return expectAnswer(append(reopened(state), { ...entry, id: message.id, delivery: "sent" }));
}

/** A final message replaces what was streamed, in its place. */
function answer(state: Talking, message: Message): Talking {
  const known = state.entries.find(
    (entry) => entry.id === message.id || (message.role === "bot" && entry.streaming),
  );
  const settled = {
    id: message.id,
    role: message.role,
    text: message.text,
    streaming: false,
    ...(message.sources ? { sources: message.sources } : {}),
    ...(message.reliability ? { reliability: message.reliability } : {}),
    ...(message.outcome ? { outcome: message.outcome } : {}),
    ...(message.choices ? { choices: message.choices } : {}),
    ...(message.rating ? { rating: message.rating } : {}),
    ...(message.attachments ? { files: message.attachments } : {}),
    ...(message.author?.name ? { by: message.author.name } : {}),
  };
  const told = known
    ? change(state, known.key, settled)
    : append(state, { ...blank(message.id, message.role), ...settled });
  return message.role === "person" ? enter(told, "person", message.author?.name ?? state.by) : told;
}

/** An answer that was cut short by a restart is made again: what is there of it would otherwise be continued. */
function begun(state: Talking, phase: Phase): Talking {
  return phase === "thinking"
    ? { ...state, entries: state.entries.map((entry) => (entry.streaming ? { ...entry, text: "" } : entry)) }
    : state;
}

/** A draft lands after the last line and stays there; the first piece of an answer creates it. */
function draft(state: Talking, turn: string, piece: (entry: Entry) => Partial<Entry>): Talking {
  const started = state.entries.some((entry) => entry.key === turn)
    ? state
    : append(state, { ...blank(turn, "bot"), streaming: true });
  return {
    ...started,
    entries: started.entries.map((entry) => (entry.key === turn ? { ...entry, ...piece(entry) } : entry)),
  };
}

function blank(key: string, role: Entry["role"]): Entry {
  return { key, role, text: "", delivery: "sent", streaming: false, sources: [] };
}

function written(clientId: string, text: string, files?: readonly Attachment[]): Entry {
  return { ...blank(clientId, "visitor"), text, files: files?.[0] && files, delivery: "sending" };
}

function append(state: Talking, entry: Entry): Talking {
  return { ...state, entries: [...state.entries, entry] };
}

function note(state: Talking, text: string): Talking {
  const last = state.entries.at(-1);
  return last?.role === "note" && last.text === text
    ? state
    : append(state, { ...blank(`note-${state.entries.length}`, "note"), text });
}

function change(state: Talking, key: string, piece: Partial<Entry>): Talking {
  return { ...state, entries: state.entries.map((entry) => (entry.key === key ? { ...entry, ...piece } : entry)) };
}

/** Once a person was asked for, nobody promises that the bot will write the next line. */
function expectAnswer(state: Talking): Talking {
  return state.stage === "bot" ? { ...state, kind: "answering", phase: "thinking", slow: false } : state;
}

function idle({ entries, line, stage, by, typing }: Talking): Talking {
  return { kind: "idle", entries, line, stage, by, typing };
}

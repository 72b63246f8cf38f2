import { Api, type Lead, type Opinion, Refused, type Ticket, type Within } from "./api";
import type { Attachment, Event, Line } from "./state";
import { recall, remember } from "./storage";

/** What the browser keeps, under one key per bot, from the visitor's first message on. */
interface Stored extends Ticket {
  lastEventId: string;
  /** Written but not yet acknowledged: survives a reload, leaves when the server has it. */
  outbox: Waiting[];
  /** A person was asked for, so a reply may come while the panel is closed. */
  person: boolean;
  /** What the visitor agreed to, in case this conversation runs out and its messages open another. */
  consent?: string | undefined;
  /** They said already how it was. */
  rated?: boolean;
  /** They left how to reach them, or do not want to. */
  asked?: boolean;
}

interface Waiting {
  readonly clientId: string;
  readonly text: string;
  readonly files: readonly Attachment[];
}

export interface Opening {
  readonly language: string;
  readonly identity: string | undefined;
  readonly context: Record<string, unknown> | undefined;
  readonly tags: string | readonly string[] | undefined;
  /** What was shown about talking to an AI. */
  readonly aiNotice: string | undefined;
  /** The sentence the visitor agreed to. */
  readonly consent: string | undefined;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const BREATH = 3_000;

/** One visitor's conversation over a line that may break at any moment. */
export class Session {
  readonly #api: Api;
  readonly #key: string;
  readonly #tell: (event: Event) => void;
  readonly #opening: () => Opening;
  #stored: Stored | undefined;
  #starting: Promise<Ticket> | undefined;
  /** Messages written before the server gave the conversation an id. */
  #early: Waiting[] = [];
  /** The last event shown on this page; empty asks for the conversation from its beginning. */
  #last = "";
  /** The number of the last event that an earlier page showed; infinite once that is passed. */
  #seen = Infinity;
  #life = new AbortController();
  #line = new AbortController();
  #listening = false;
  #sending = false;
  #typed = 0;
  /** Agreed to in a conversation that ran out. */
  #consent: string | undefined;
  /** The last event with words of a person that the visitor has not looked at. */
  #unseen = "";
  readonly #asleep = new Set<() => void>();

  constructor(api: Api, bot: string, opening: () => Opening, tell: (event: Event) => void) {
    this.#api = api;
    this.#key = `taros:${bot}`;
    this.#opening = opening;
    this.#tell = tell;
    const stored = recall<Stored>(this.#key);
    this.#stored = stored?.token ? { ...stored, outbox: stored.outbox ?? [] } : undefined;
  }

  get started(): boolean {
    return this.#stored !== undefined;
  }

  /** Something was written, even if no server has heard of it yet. */
  get begun(): boolean {
    return this.started || this.#early.length > 0;
  }

  /** Shows the conversation of an earlier page again, from its first event; tells where the news begins. */
  resume(): void {
    if (this.#stored) {
      this.#seen = Number(this.#stored.lastEventId);
      this.#tellWaiting();
      void this.#listen();
      void this.#send();
    }
  }

  write(text: string, files: readonly Attachment[]): void {
    const waiting = { clientId: random(), text, files };
    this.#tell({ type: "wrote", ...waiting });
    this.#outbox.push(waiting);
    this.#save();
    void this.#send();
  }

  get rated(): boolean {
    return this.#stored?.rated ?? false;
  }

  async rate(opinion: Opinion): Promise<void> {
    await this.#api.tell(await this.#ticket(), "rating", opinion);
    if (!opinion.messageId && this.#stored) {
      this.#stored.rated = true;
      this.#save();
    }
  }

  /** Answers whether a person will come, or is here. */
  async handOver(): Promise<boolean> {
    const { state } = await this.#api.handOver(await this.#ticket());
    const comes = state === "waiting" || state === "person";
    this.awaitPerson(comes);
    return comes;
  }

  get asked(): boolean {
    return this.#stored?.asked ?? false;
  }

  settle(): void {
    if (this.#stored) {
      this.#stored.asked = true;
      this.#save();
    }
  }

  async lead(lead: Lead): Promise<void> {
    const { page } = surroundings();
    await this.#api.tell(await this.#ticket(), "lead", { ...lead, page });
  }

  readonly within: Within = async (method, path, body) => this.#api.within(await this.#ticket(), method, path, body);

  async end(): Promise<void> {
    if (this.#stored) {
      await this.#api.tell(this.#stored, "end");
    }
  }

  /** The visitor looks at the chat: what a person said there need not follow them by mail. */
  seen(): void {
    if (this.#stored && this.#unseen) {
      const sequence = Number(this.#unseen);
      this.#unseen = "";
      this.#api.tell(this.#stored, "seen", { sequence }).catch(() => {});
    }
  }

  /** Said at most every three seconds; that it could not be said is nobody's trouble. */
  typing(): void {
    const now = Date.now();
    if (this.#stored && now - this.#typed >= BREATH) {
      this.#typed = now;
      this.#api.tell(this.#stored, "typing").catch(() => {});
    }
  }

  /** Whether a page that comes next listens by itself, because a person may write. */
  awaitPerson(person: boolean): void {
    if (this.#stored && this.#stored.person !== person) {
      this.#stored.person = person;
      this.#save();
    }
  }

  /** Deletes on the server first: what could not be deleted there must not look deleted here. */
  async remove(): Promise<void> {
    if (this.#stored) {
      await this.#api.remove(this.#stored).catch(ignoreGone);
    }
    this.forget();
  }

  forget(): void {
    this.stop();
    this.#early = [];
    this.#drop();
    this.#consent = undefined;
    this.#tell({ type: "forgotten" });
  }

  /** Tries again at once, for example when the browser is back online. */
  retry(): void {
    this.#asleep.forEach((wake) => wake());
  }

  /** The browser says that the network is gone: do not wait for the open stream to find out. */
  cut(): void {
    this.#line.abort();
    this.#tell({ type: "line", line: "lost" });
  }

  stop(): void {
    this.#life.abort();
    this.#line.abort();
    this.#life = new AbortController();
    this.#listening = false;
    this.#sending = false;
    this.#starting = undefined;
    this.retry();
  }

  get #outbox(): Waiting[] {
    return this.#stored?.outbox ?? this.#early;
  }

  /** The conversation of this visitor, created by whoever needs it first. */
  #ticket(): Promise<Ticket> {
    if (this.#stored) {
      return Promise.resolve(this.#stored);
    }
    this.#starting ??= this.#start(this.#life.signal).finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start(signal: AbortSignal): Promise<Ticket> {
    const opening = this.#opening();
    const consent = opening.consent ?? this.#consent;
    const ticket = await this.#api.start({ ...surroundings(), ...opening, consent }, signal);
    signal.throwIfAborted();
    const stored = { ...ticket, lastEventId: "", outbox: this.#early, person: false, consent };
    this.#stored = stored;
    this.#early = [];
    this.#save();
    void this.#listen();
    return stored;
  }

  /** Sends what waits, in order, each with the clientId it was born with, until the server has it. */
  async #send(): Promise<void> {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    const { signal } = this.#life;
    let pause = FIRST_PAUSE;
    for (let first = this.#outbox[0]; first; first = this.#outbox[0]) {
      const wait = await this.#deliver(first, signal);
      if (signal.aborted) {
        return;
      }
      if (wait === undefined) {
        pause = FIRST_PAUSE;
        continue;
      }
      this.#outbox.forEach(({ clientId }) => this.#tell({ type: "kept", clientId }));
      await this.#pause(Math.max(pause, wait));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    this.#sending = false;
  }

  /** Answers how long to wait before the next try, or nothing when this message needs no other. */
  async #deliver({ clientId, text, files = [] }: Waiting, signal: AbortSignal): Promise<number | undefined> {
    try {
      const { id } = await this.#api.post(await this.#ticket(), { text, clientId, attachments: files.map(({ id }) => id) }, signal);
      this.#tell({ type: "delivered", clientId, id });
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      if (!(error instanceof Refused) || error.passing || error.suspended) {
        this.#tell({ type: "line", line: lineAfter(error) });
        return error instanceof Refused ? error.retryAfter * 1000 : 0;
      }
      if (this.#stored && GONE.includes(error.status)) {
        this.#startOver();
        return 0;
      }
      this.#tell({ type: "refused", clientId, text: error.message });
    }
    this.#outbox.shift();
    this.#save();
    return undefined;
  }

  /** Follows the conversation, however often the line breaks, from the event after the last one seen. */
  async #listen(): Promise<void> {
    if (this.#listening) {
      return this.retry();
    }
    this.#listening = true;
    const { signal } = this.#life;
    let pause = FIRST_PAUSE;
    while (this.#stored && !signal.aborted) {
      try {
        await this.#follow(this.#stored, () => (pause = FIRST_PAUSE));
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        if (error instanceof Refused && GONE.includes(error.status) && !error.suspended) {
          this.#startOver();
          break;
        }
        this.#tell({ type: "line", line: lineAfter(error) });
      }
      await this.#pause(pause * (0.75 + Math.random() / 2));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    if (!signal.aborted) {
      this.#listening = false;
    }
  }

  async #follow(ticket: Ticket, opened: () => void): Promise<void> {
    this.#line = new AbortController();
    const { signal } = this.#line;
    for await (const received of this.#api.events(ticket, this.#last || undefined, signal)) {
      signal.throwIfAborted();
      if (!received) {
        opened();
        this.#tell({ type: "line", line: "open" });
        this.retry();
        continue;
      }
      if (Number(received.id) > this.#seen) {
        this.#seen = Infinity;
        this.#tell({ type: "current" });
      }
      if (received.event.type === "message" && received.event.role === "person") {
        this.#unseen = received.id;
      }
      this.#tell(received.event);
      this.#remember(received.id);
    }
  }

  /** The conversation ran out or was deleted elsewhere: messages that still wait open a new one. */
  #startOver(): void {
    this.#early = this.#outbox;
    this.#consent = this.#stored?.consent;
    this.#drop();
    this.#line.abort();
    this.#tell({ type: "forgotten" });
    this.#tellWaiting();
    void this.#send();
  }

  #tellWaiting(): void {
    this.#outbox.forEach((waiting) => this.#tell({ type: "wrote", ...waiting }));
  }

  #remember(id: string): void {
    if (id && this.#stored) {
      this.#last = id;
      this.#stored.lastEventId = id;
      this.#save();
    }
  }

  #drop(): void {
    this.#stored = undefined;
    this.#last = "";
    remember(this.#key, undefined);
  }

  #save(): void {
    if (this.#stored) {
      remember(this.#key, this.#stored);
    }
  }

  /** Waits, or less: coming back online or looking at the page again ends every wait. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#asleep.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#asleep.add(wake);
    });
  }
}

/** Where it begins, unless the browser asks not to be followed: then that is nobody's business. */
function surroundings(): { page?: string; timeZone?: string } {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (globalPrivacyControl || doNotTrack === "1") {
    return {};
  }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { page: location.origin + location.pathname, timeZone };
}

/** 128 bits; randomUUID is missing on pages that are not served securely. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** Not ours any more, for whatever reason. */
const GONE = [401, 403, 404, 410];

function lineAfter(error: unknown): Line {
  if (error instanceof Refused) {
    return error.suspended ? "suspended" : "connecting";
  }
  return "lost";
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof Refused && GONE.includes(error.status))) {
    throw error;
  }
}

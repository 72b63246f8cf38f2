import { recall, remember } from "./storage";

/** Off until the visitor switches it on; then this browser remembers, until they switch it off or forget the chat. */
export class Sound {
  readonly #key: string;
  #context: AudioContext | undefined;
  #on: boolean;

  constructor(bot: string) {
    this.#key = `taros:${bot}:sound`;
    this.#on = recall(this.#key) === true;
  }

  get on(): boolean {
    return this.#on;
  }

  switch(on: boolean): void {
    this.#on = on;
    remember(this.#key, on);
    this.play();
  }

  /** A soft note, made here: nothing is fetched. */
  play(): void {
    if (!this.#on) {
      return;
    }
    this.#context ??= new AudioContext();
    const { currentTime: now, destination } = this.#context;
    const note = this.#context.createOscillator();
    const loudness = this.#context.createGain();
    loudness.gain.setValueAtTime(0.06, now);
    loudness.gain.exponentialRampToValueAtTime(0.001, now + 0.4);
    note.connect(loudness).connect(destination);
    note.start();
    note.stop(now + 0.4);
  }
}

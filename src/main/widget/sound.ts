import { recall, remember } from "./storage";

/** Off until the visitor switches it on; then this browser remembers, until they switch it off or forget the chat. */
export class Sound {
  readonly #key: string;
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

  play(): void {
    if (this.#on) {
      import("./note").then(({ play }) => play(), () => {});
    }
  }
}

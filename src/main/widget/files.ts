import type { FilesConfig, Within } from "./api";
import type { Texts } from "./i18n/texts";
import type { Parts } from "./parts";
import type { Attachment } from "./state";

const STYLE = `
.files, .tray {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
}

.files:not(:empty) {
  margin-block-start: 4px;
}

.visitor .files {
  justify-content: flex-end;
}

.tray {
  padding: 0 12px 4px;

  & .problem {
    inline-size: 100%;
    font-size: 14px;
  }
}

.files button, .chip {
  display: inline-flex;
  align-items: center;
  gap: 8px;
  max-inline-size: 100%;
  min-block-size: 44px;
  padding-inline: 12px;
  border-radius: 10px;
  background: var(--raised);
  font-size: 14px;
  overflow-wrap: anywhere;
  text-align: start;
  box-shadow: 0 0 0 1px var(--line);
}

.chip {
  padding-inline-end: 0;

  & button {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
  }

  &[aria-busy="true"] span {
    opacity: 0.6;
  }
}

.files .picture {
  padding: 0;
  overflow: hidden;

  & img {
    display: block;
    inline-size: auto;
    max-inline-size: min(100%, 240px);
    block-size: auto;
    max-block-size: 200px;
  }
}

.size {
  color: var(--ink-soft);
  white-space: nowrap;
}
`;

/** Where files lie before they are sent. */
export interface Tray {
  readonly element: HTMLElement;
  /** Whether all that lies here can be sent; undefined where nothing does. */
  readonly ready: boolean | undefined;
  /** Lets the visitor choose. */
  choose(): void;
  add(files: readonly File[]): void;
  /** Empties it. */
  take(): readonly Attachment[];
}

/** What goes with messages and came with them. Loaded with the first file. */
export class Files {
  readonly #parts: Parts;
  readonly #texts: Texts;
  readonly #within: Within;

  constructor(parts: Parts, texts: Texts, within: Within) {
    this.#parts = parts;
    this.#texts = texts;
    this.#within = within;
  }

  /** Each file is brought at once, so that what is wrong with it is said while there is time to choose another. */
  tray(config: FilesConfig, changed: () => void, may: () => boolean): Tray {
    const { dress, fill, h, iconButton, trouble } = this.#parts;
    const texts = this.#texts;
    const problem = trouble();
    const told = h("span", { class: "sr", role: "status" });
    const element = h("div", { class: "tray" }, [told, problem]);
    const brought = new Map<HTMLElement, Attachment | undefined>();

    const drop = (chip: HTMLElement) => {
      const file = brought.get(chip);
      brought.delete(chip);
      chip.remove();
      if (file) {
        // What cannot be taken back goes by itself.
        this.#within("DELETE", `/attachments/${file.id}`).catch(() => {});
      }
      changed();
    };

    const bring = async (file: File) => {
      const remove = iconButton("close", fill(texts.fileRemove, "name", file.name), {}, () => drop(chip));
      const chip = h("span", { class: "chip", "aria-busy": "true" }, [h("span", {}, [file.name]), remove]);
      brought.set(chip, undefined);
      problem.before(chip);
      told.textContent = fill(texts.fileSending, "name", file.name);
      changed();
      try {
        const body = new FormData();
        body.append("file", file);
        const taken = (await (await this.#within("POST", "/attachments", body)).json()) as Attachment;
        if (brought.has(chip)) {
          brought.set(chip, taken);
          chip.removeAttribute("aria-busy");
          told.textContent = "";
        } else {
          this.#within("DELETE", `/attachments/${taken.id}`).catch(() => {});
        }
      } catch (error) {
        drop(chip);
        problem.textContent = `${file.name}: ${this.#why(error)}`;
      }
      changed();
    };

    const tray: Tray = {
      element,
      get ready() {
        return brought.size ? ![...brought.values()].includes(undefined) : undefined;
      },
      choose: () => {
        const input = h("input", { type: "file", multiple: true, accept: config.types.join() }, [], {
          change: () => tray.add([...(input.files ?? [])]),
        });
        input.click();
      },
      add: (files) => {
        dress(element, STYLE);
        problem.textContent = "";
        if (!may()) {
          return;
        }
        for (const file of files) {
          if (brought.size >= config.most) {
            problem.textContent = config.tooMany;
          } else if (file.size > config.megabytes * 1024 * 1024) {
            problem.textContent = `${file.name}: ${config.tooLarge}`;
          } else {
            void bring(file);
          }
        }
      },
      take: () => {
        const all = [...brought.values()].filter((file) => file !== undefined);
        brought.forEach((_, chip) => chip.remove());
        brought.clear();
        problem.textContent = "";
        return all;
      },
    };
    return tray;
  }

  /** Pictures as pictures, everything else by its name; either is downloaded by pressing it. */
  show(place: HTMLElement, files: readonly Attachment[]): void {
    const { button, dress, h, icon } = this.#parts;
    dress(place, STYLE);
    place.replaceChildren(
      ...files.map((file) => {
        const save = () => void this.#save(go, file);
        const size = h("span", { class: "size" }, [this.#size(file.size)]);
        const go = button("file", [icon("clip"), h("span", { dir: "auto" }, [file.name]), size], save);
        if (file.width) {
          void this.#picture(go, file);
        }
        return go;
      }),
    );
  }

  async #picture(go: HTMLElement, file: Attachment): Promise<void> {
    const { h } = this.#parts;
    const address = await this.#address(file).catch(() => undefined);
    if (address) {
      const { name, width, height } = file;
      const shown = () => {
        go.classList.add("picture");
        go.replaceChildren(image);
      };
      // Pages that allow no picture but their own keep the name.
      const image = h("img", { alt: name, src: address, width: width ?? 0, height: height ?? 0 }, [], { load: shown });
      image.addEventListener("load", () => URL.revokeObjectURL(address));
    }
  }

  async #save(go: HTMLButtonElement, file: Attachment): Promise<void> {
    const { h, trouble } = this.#parts;
    go.disabled = true;
    try {
      const address = await this.#address(file);
      h("a", { href: address, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (error) {
      const problem = trouble();
      go.after(problem);
      problem.textContent = this.#why(error);
    }
    go.disabled = false;
  }

  async #address({ id }: Attachment): Promise<string> {
    return URL.createObjectURL(await (await this.#within("GET", `/attachments/${id}`)).blob());
  }

  #size(bytes: number): string {
    const large = bytes >= 1024 * 1024;
    const value = Math.max(1, Math.round(bytes / (large ? 1024 * 1024 : 1024)));
    const unit = large ? "megabyte" : "kilobyte";
    return new Intl.NumberFormat(this.#texts.language, { style: "unit", unit }).format(value);
  }

  /** What is wrong with a file the server says in a sentence of its own. */
  #why(error: unknown): string {
    const { status, message } = error as { status?: number; message?: string };
    return status && status < 500 && status !== 429 && message ? message : this.#parts.reason(error, this.#texts);
  }
}

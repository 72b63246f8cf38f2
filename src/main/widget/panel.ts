import type { Config } from "./api";
import type { Consent } from "./consent";
import { attribute, button, h, icon, iconButton, say } from "./dom";
import { fill } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import { link, safe } from "./markdown";
import { offers } from "./offers";
import { Sheet } from "./sheet";
import { type State, talking } from "./state";

export interface MenuItem {
  readonly label: string;
  readonly act: () => void;
}

export interface Content {
  readonly config: Config;
  readonly texts: Texts;
  readonly close: (() => void) | undefined;
  /** Asked for each time it opens: what one can do changes. */
  readonly menu: () => readonly MenuItem[];
  readonly data: () => void;
  readonly transcript: HTMLElement;
  readonly composer: HTMLElement;
  readonly left: () => void;
}

/** Head, transcript, composer, foot: the frame that stays while the conversation changes. */
export class Panel {
  readonly nodes: readonly HTMLElement[];
  readonly sheet: Sheet;
  readonly #texts: Texts;
  readonly #role: HTMLElement;
  readonly #banner: HTMLElement;
  readonly #menu: HTMLElement;
  readonly #menuButton: HTMLButtonElement;
  readonly #items: () => readonly MenuItem[];

  constructor({ config, texts, close, menu, data, transcript, composer, left }: Content) {
    this.#texts = texts;
    this.#items = menu;
    this.#role = h("p", { class: "role", role: "status" });
    this.#banner = h("p", { class: "banner", role: "status" });
    this.sheet = new Sheet(texts, left);
    this.#menuButton = iconButton("menu", texts.menu, { class: "tool", "aria-expanded": "false" }, () => this.toggleMenu());
    this.#menu = h("div", { class: "menu", hidden: true });
    const head = h("header", {}, [
      avatar(config),
      h("div", { class: "name" }, [h("h1", {}, [config.name]), this.#role]),
      this.#menuButton,
      close && iconButton("close", texts.close, { class: "tool" }, close),
      this.#menu,
    ]);
    const stage = h("div", { class: "stage" }, [transcript, this.#banner, composer, this.sheet.element]);
    this.nodes = [head, stage, this.#foot(config, data)];
  }

  update(state: State): void {
    if (!talking(state)) {
      return;
    }
    const { assistant, waiting, person, human, resolved, closed, offline, connecting, suspended } = this.#texts;
    const here = state.by ? fill(human, "name", state.by) : person;
    say(this.#role, { bot: assistant, waiting, person: here, resolved, closed }[state.stage]);
    attribute(this.#role, "data-stage", state.stage);
    const words = { open: "", connecting, lost: offline, suspended }[state.line];
    if (this.#banner.textContent !== words) {
      this.#banner.replaceChildren(...(state.line === "lost" ? [icon("offline"), words] : [words]));
    }
  }

  toggleMenu(open = this.#menu.hidden): void {
    this.#menu.hidden = !open;
    attribute(this.#menuButton, "aria-expanded", String(open));
    if (open) {
      this.#menu.replaceChildren(...this.#items().map((item) => this.#item(item)));
      this.#menu.querySelector("button")?.focus();
    }
  }

  /** Steps back once: menu, then sheet. Answers whether there was anything to step back from. */
  back(): boolean {
    if (!this.#menu.hidden) {
      this.toggleMenu(false);
      this.#menuButton.focus();
      return true;
    }
    const shown = this.sheet.shown;
    this.sheet.hide();
    return shown;
  }

  #item({ label, act }: MenuItem): HTMLElement {
    return h("button", { type: "button" }, [label], {
      click: () => {
        this.toggleMenu(false);
        act();
      },
    });
  }

  #foot(config: Config, data: () => void): HTMLElement {
    const policy = safe(config.privacyPolicyUrl);
    return h("footer", {}, [
      policy && link(policy, this.#texts.privacy),
      h("button", { type: "button" }, [this.#texts.data], { click: data }),
      config.poweredBy !== false && h("span", {}, [this.#texts.powered.replace("Taros", (ours) => config.maker ?? ours)]),
    ]);
  }
}

/** That it is an AI, before the first answer. */
export function aiNotice(config: Config, texts: Texts): string | undefined {
  return config.showAiNotice === false ? undefined : texts.aiNotice;
}

export interface Welcome {
  readonly config: Config;
  readonly texts: Texts;
  readonly greeting: string | undefined;
  readonly notice: string | undefined;
  readonly consent: Consent | undefined;
  readonly ask: (question: string) => void;
}

/** Greeting, who is answering, what people often ask, whose rules apply: before the first word is written. */
export function welcome({ config, texts, greeting, notice, consent, ask }: Welcome): HTMLElement {
  const policy = safe(config.privacyPolicyUrl);
  const own = texts.questions.split("\n").filter((line) => line.trim());
  const questions = (own.length ? own : (config.suggestedQuestions ?? [])).slice(0, 4);
  return h("section", { class: "welcome" }, [
    h("h2", { dir: "auto" }, [greeting || texts.greeting]),
    notice && h("p", { class: "notice", dir: "auto" }, [notice]),
    questions.length > 0 && offers(questions, ask),
    h("p", { class: "rules" }, [policy ? link(policy, texts.privacyLine) : texts.privacyLine, ` ${texts.age}`]),
    consent?.element,
  ]);
}

export function unavailable(text: string, texts: Texts, retry: (() => void) | undefined, close: (() => void) | undefined): Node[] {
  const says = h("div", { class: "unavailable", role: "alert" }, [
    retry && icon("offline"),
    h("p", {}, [text]),
    retry && button("plain", [texts.retry], retry),
  ]);
  return close ? [iconButton("close", texts.close, { class: "tool corner" }, close), says] : [says];
}

function avatar({ name, avatarUrl }: Config): HTMLElement {
  const initial = [...name.trim()][0] ?? "";
  const holder = h("span", { class: "avatar", "aria-hidden": "true" }, [initial.toUpperCase()]);
  const url = safe(avatarUrl);
  if (url) {
    const image = h("img", { alt: "", src: url.href, referrerpolicy: "no-referrer" }, [], {
      load: () => holder.replaceChildren(image),
    });
  }
  return holder;
}

import type { Opinion } from "./api";
import type { Texts } from "./i18n/texts";
import type { Parts } from "./parts";

const STYLE = `
.csat {
  & fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  & legend {
    padding: 0;
  }

  & .scale {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 8px;
    margin-block: 10px 6px;
  }

  & label {
    position: relative;
  }

  & input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
  }

  & label span {
    display: grid;
    place-items: center;
    min-block-size: 48px;
    border-radius: 10px;
    background: var(--raised);
    font-weight: 550;
    box-shadow: 0 0 0 1px var(--line);
  }

  & input:checked + span {
    background: var(--tint);
    box-shadow: 0 0 0 2px var(--accent-text);
  }

  & input:focus-visible + span {
    outline: 2px solid var(--accent-text);
    outline-offset: 3px;
  }

  & .primary {
    align-self: flex-start;
  }
}
`;

/**
 * How a chat was, one to five with words: the ends name the scale, then the chosen one is spelled out, and a remark may
 * follow. Loaded when a chat is over.
 */
export function question(parts: Parts, texts: Texts, place: HTMLElement, rate: (opinion: Opinion) => Promise<void>): void {
  const { button, dress, h, trouble, trying } = parts;
  const words = [texts.csat1, texts.csat2, texts.csat3, texts.csat4, texts.csat5].map((word, index) => `${index + 1}: ${word}`);
  const scale = h("p", { class: "rules", "aria-hidden": "true" }, [`${words[0]}, ${words[4]}`]);
  const problem = trouble();
  const comment = remark(parts, texts);
  const send = button("primary", [texts.send]);
  const more = h("div", { class: "after", hidden: true }, [comment, problem, send]);
  let score = 0;
  const option = (word: string, index: number) => {
    const choose = () => {
      score = index + 1;
      scale.textContent = word;
      more.hidden = false;
      more.scrollIntoView({ block: "nearest" });
    };
    const box = h("input", { type: "radio", name: "score", "aria-label": word }, [], { change: choose });
    return h("label", {}, [box, h("span", {}, [String(index + 1)])]);
  };
  const choices = h("fieldset", {}, [h("legend", {}, [texts.csat]), h("div", { class: "scale" }, words.map(option)), scale]);
  const form = h("form", { class: "csat" }, [choices, more], {
    submit: async (event) => {
      event.preventDefault();
      const said = comment.value.trim();
      if (await trying(send, problem, texts, () => rate(said ? { score, comment: said } : { score }))) {
        const thanks = h("p", { role: "status", tabindex: -1 }, [texts.thanks]);
        form.replaceWith(thanks);
        thanks.focus({ preventScroll: true });
      }
    },
  });
  dress(place, STYLE);
  place.append(form);
}

/** What was wrong with an answer, for whoever wants to say. */
export function askWhy(parts: Parts, texts: Texts, place: HTMLElement, rate: (comment: string) => Promise<boolean>): void {
  const { button, h } = parts;
  const words = remark(parts, texts);
  const form = h("form", {}, [words, button("plain", [texts.send])], {
    submit: async (event) => {
      event.preventDefault();
      const comment = words.value.trim();
      if (!comment || (await rate(comment))) {
        place.replaceChildren(...(comment ? [texts.thanks] : []));
      }
    },
  });
  place.replaceChildren(form);
  words.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

function remark({ h }: Parts, { remark }: Texts): HTMLTextAreaElement {
  return h("textarea", { rows: 2, maxlength: 1000, "aria-label": remark, placeholder: remark });
}

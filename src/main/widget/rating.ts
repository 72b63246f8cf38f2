import type { Opinion } from "./api";
import type { Texts } from "./i18n/texts";
import type { Parts } from "./parts";

/**
 * How a chat was, one to five with words: the ends name the scale, then the chosen one is spelled out, and a remark may
 * follow. Loaded when a chat is over.
 */
export function question(parts: Parts, texts: Texts, rate: (opinion: Opinion) => Promise<void>): HTMLElement {
  const { button, h, remark, trouble, trying } = parts;
  const words = [texts.csat1, texts.csat2, texts.csat3, texts.csat4, texts.csat5].map((word, index) => `${index + 1}: ${word}`);
  const scale = h("p", { class: "rules", "aria-hidden": "true" }, [`${words[0]}, ${words[4]}`]);
  const problem = trouble();
  const comment = remark(texts);
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
  return form;
}

import { h, icon } from "./dom";

/** Questions that are asked by choosing them: what people often ask, or what the bot takes to be meant. */
export function offers(questions: readonly string[], ask: (question: string) => void): HTMLUListElement {
  const choose = (question: string) =>
    h("button", { type: "button", dir: "auto" }, [h("span", {}, [question]), icon("forward")], { click: () => ask(question) });
  return h("ul", { class: "offers" }, questions.map((question) => h("li", {}, [choose(question)])));
}

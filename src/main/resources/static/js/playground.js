// <taros-playground> asks without leaving the page: words as they come, at the end why.
class Playground extends HTMLElement {
  #running;

  connectedCallback() {
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(event.target, event.submitter);
    });
    this.querySelector("textarea").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
    });
  }

  async #ask(form, button) {
    const data = new URLSearchParams(new FormData(form, button));
    const question = data.get("suggestion") || data.get("question");
    if (!question.trim()) return;
    this.#running?.abort();
    this.#running = new AbortController();
    form.querySelector(".tries")?.remove();
    document.getElementById("start-over").hidden = false;
    const answer = this.#begin(question);
    try {
      const response = await fetch("/test/stream", { method: "POST", body: data, signal: this.#running.signal });
      if (!response.ok) throw new Error(response.status);
      for await (const { event, data: text } of events(response.body)) this.#on(event, text, answer, form);
    } catch (failure) {
      if (failure.name !== "AbortError") answer.status.textContent = this.dataset.failed;
    }
  }

  #begin(question) {
    const place = this.querySelector("#outcome");
    const box = element("div", "playground-answer answer");
    const text = element("p", "answer-text");
    const status = element("p", "answer-status");
    status.setAttribute("role", "status");
    box.append(element("p", "asked", question), text, status);
    const why = element("div", "playground-why");
    place.replaceChildren(box, why);
    return { text, status, place };
  }

  #on(event, data, { text, status, place }, form) {
    if (event === "status") {
      status.textContent = this.dataset[data.toLowerCase()];
    } else if (event === "delta") {
      text.append(data);
    } else if (event === "why") {
      place.innerHTML = data; // rendered and escaped by our own server
      const shown = place.querySelector("[data-question]");
      form.elements.before.value = shown.dataset.decision;
      this.#remember(form, shown.dataset.question, shown.dataset.answer);
    }
  }

  #remember(form, ...said) {
    for (const value of said) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "earlier", value }));
    }
    const field = form.querySelector("textarea");
    field.value = "";
    field.focus();
  }
}

function element(tag, className, textContent = "") {
  return Object.assign(document.createElement(tag), { className, textContent });
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      yield {
        event: lines[0].slice("event: ".length),
        data: lines.slice(1).map((line) => line.slice("data: ".length)).join("\n"),
      };
    }
  }
}

customElements.define("taros-playground", Playground);

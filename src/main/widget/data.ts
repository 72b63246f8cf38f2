import type { Parts } from "./parts";
import type { Sheet } from "./sheet";

/** What a visitor may do with their own chat, each with what it means. */
export interface Rights {
  readonly download: () => Promise<void>;
  /** Absent where the installation sends no mail. */
  readonly mail: ((email: string) => Promise<{ confirmed: boolean }>) | undefined;
  readonly remove: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** "Your data": nothing of it needs an account, a form or a reason. Loaded when it is opened. */
export function yourData(parts: Parts, sheet: Sheet, rights: Rights | undefined): void {
  const { button, h, trouble, trying } = parts;
  const { texts } = sheet;
  const told = h("p", { class: "told", role: "status" });
  const problem = trouble();
  const choice = (label: string, why: string, act: (go: HTMLButtonElement) => unknown) => {
    const go = button("plain", [label], () => void act(go));
    return h("li", {}, [go, h("p", { class: "rules" }, [why])]);
  };
  const ask = (question: string, yes: string, act: () => Promise<void>) => () => sheet.confirm(question, yes, act);
  const content = rights
    ? [
        h("p", {}, [texts.dataWhat]),
        h("ul", { class: "rights" }, [
          choice(texts.download, texts.downloadWhy, async (go) => {
            told.textContent = (await trying(go, problem, texts, rights.download)) ? texts.downloaded : "";
          }),
          rights.mail && choice(texts.mail, texts.mailWhy, () => byMail(parts, sheet, rights.mail!)),
          choice(texts.remove, texts.removeWhy, ask(texts.removeWhy, texts.remove, rights.remove)),
          choice(texts.forget, texts.forgetWhy, ask(texts.forgetWhy, texts.forget, rights.forget)),
        ]),
        told,
        problem,
      ]
    : [h("p", {}, [texts.dataNone])];
  const back = sheet.back();
  sheet.open("dialog", texts.data, [h("div", { class: "data" }, [back, h("h2", {}, [texts.data]), ...content])]);
  back.focus();
}

/** Only to an address that its owner has given here, or confirms by a link. */
export function byMail(parts: Parts, sheet: Sheet, send: (email: string) => Promise<{ confirmed: boolean }>): void {
  const { button, field, fill, h, trouble, trying } = parts;
  const { texts } = sheet;
  const problem = trouble();
  const told = h("p", { class: "told", role: "status" });
  const email = h("input", { name: "email", type: "email", autocomplete: "email", maxlength: 200, dir: "ltr" });
  const submit = button("primary", [texts.send]);
  const form = h(
    "form",
    { novalidate: true },
    [sheet.back(), h("h2", {}, [texts.mail]), h("p", {}, [texts.mailWhy]), field(texts.email, email), told, problem, submit],
    {
      submit: async (event) => {
        event.preventDefault();
        const address = email.value.trim();
        if (!/^\S+@\S+\.\S+$/.test(address)) {
          problem.textContent = texts.mailWrong;
          return email.focus();
        }
        await trying(submit, problem, texts, async () => {
          const { confirmed } = await send(address);
          told.textContent = fill(confirmed ? texts.mailSent : texts.mailConfirm, "email", address);
        });
      },
    },
  );
  sheet.open("dialog", texts.mail, [form]);
  email.focus();
}

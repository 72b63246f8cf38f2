import type { Within } from "./api";
import type { Parts } from "./parts";
import type { Sheet } from "./sheet";

const STYLE = `
.sheet {
  position: absolute;
  /* Over the hairline of the composer too. */
  inset: 0 0 -2px;
  z-index: 1;
  display: flex;
  flex-direction: column;
  justify-content: center;
  gap: 20px;
  overflow-y: auto;
  padding: 20px;
  background: var(--surface);
  animation: arrive 0.15s ease-out;

  & .question,
  & h2 {
    font-size: 21px;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  & .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  & :is(form, .data, .rights) {
    margin-block: auto;
  }

  & .back {
    display: inline-flex;
    align-items: center;
    align-self: flex-start;
    gap: 8px;
    min-block-size: 44px;
    margin-inline-start: -4px;
    padding-inline: 4px 8px;
    color: var(--ink-soft);

    & .icon {
      transform: scaleX(-1);
    }
  }
}

.rights .plain {
  justify-content: flex-start;
  inline-size: 100%;
}

.rights .rules {
  margin-block-start: 4px;
  padding-inline: 16px;
}
`;

/** What a visitor may do with their own chat, each with what it means. */
export interface Rights {
  readonly within: Within;
  /** Whether the installation sends mail. */
  readonly mail: boolean;
  readonly remove: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** "Your data": nothing of it needs an account, a form or a reason. Loaded when it is opened. */
export function yourData(parts: Parts, sheet: Sheet, rights: Rights | undefined): void {
  const { button, dress, h, trouble, trying } = parts;
  const { texts } = sheet;
  const told = h("p", { class: "told", role: "status" });
  const problem = trouble();
  const choice = (label: string, why: string, act: (go: HTMLButtonElement) => unknown) => {
    const go = button("plain", [label], () => void act(go));
    return h("li", {}, [go, h("p", { class: "rules" }, [why])]);
  };
  const ask = (question: string, yes: string, act: () => Promise<void>) => () => confirm(parts, sheet, question, yes, act);
  const content = rights
    ? [
        h("p", {}, [texts.dataWhat]),
        h("ul", { class: "rights" }, [
          choice(texts.download, texts.downloadWhy, async (go) => {
            told.textContent = (await trying(go, problem, texts, () => download(parts, rights.within))) ? texts.downloaded : "";
          }),
          rights.mail && choice(texts.mail, texts.mailWhy, () => byMail(parts, sheet, rights.within)),
          choice(texts.remove, texts.removeWhy, ask(texts.removeWhy, texts.remove, rights.remove)),
          choice(texts.forget, texts.forgetWhy, ask(texts.forgetWhy, texts.forget, rights.forget)),
        ]),
        told,
        problem,
      ]
    : [h("p", {}, [texts.dataNone])];
  const back = backOf(parts, sheet);
  dress(sheet.element, STYLE);
  sheet.open("dialog", texts.data, [h("div", { class: "data" }, [back, h("h2", {}, [texts.data]), ...content])]);
  back.focus();
}

/** Asks before what cannot be undone; the safe answer has the focus. */
function confirm(parts: Parts, sheet: Sheet, question: string, yes: string, act: () => Promise<void>): void {
  const { button, h, trouble, trying } = parts;
  const { texts } = sheet;
  const no = button("plain", [texts.keep], () => sheet.hide());
  const problem = trouble();
  // Ends with the sheet gone, or with a sentence on it that says why nothing happened.
  const go = button("danger", [yes], async () => (await trying(go, problem, texts, act)) && sheet.hide());
  sheet.open("alertdialog", question, [h("p", { class: "question" }, [question]), problem, h("div", { class: "choices" }, [no, go])]);
  no.focus();
}

function backOf({ button, icon }: Parts, sheet: Sheet): HTMLElement {
  return button("back", [icon("forward"), sheet.texts.back], () => sheet.hide());
}

async function download({ h }: Parts, within: Within): Promise<void> {
  const url = URL.createObjectURL(await (await within("GET", "/export")).blob());
  h("a", { href: url, download: "chat.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Only to an address that its owner has given here, or confirms by a link. */
export function byMail(parts: Parts, sheet: Sheet, within: Within): void {
  const { button, dress, field, fill, h, trouble, trying } = parts;
  const { texts } = sheet;
  const problem = trouble();
  const told = h("p", { class: "told", role: "status" });
  const email = h("input", { name: "email", type: "email", autocomplete: "email", maxlength: 200, dir: "ltr" });
  const submit = button("primary", [texts.send]);
  const form = h(
    "form",
    { novalidate: true },
    [backOf(parts, sheet), h("h2", {}, [texts.mail]), h("p", {}, [texts.mailWhy]), field(texts.email, email), told, problem, submit],
    {
      submit: async (event) => {
        event.preventDefault();
        const address = email.value.trim();
        if (!/^\S+@\S+\.\S+$/.test(address)) {
          problem.textContent = texts.mailWrong;
          return email.focus();
        }
        await trying(submit, problem, texts, async () => {
          // Either it is on its way, or the address has to be confirmed first.
          const { confirmed } = (await (await within("POST", "/transcript", { email: address })).json()) as { confirmed: boolean };
          told.textContent = fill(confirmed ? texts.mailSent : texts.mailConfirm, "email", address);
        });
      },
    },
  );
  dress(sheet.element, STYLE);
  sheet.open("dialog", texts.mail, [form]);
  email.focus();
}

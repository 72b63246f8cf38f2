import type { Lead, Refused } from "./api";
import type { Texts } from "./i18n/texts";
import type { LeadConfig, LeadWishes, Words } from "./lead";
import type { Parts } from "./parts";

/** What an owner asks for whoever wants to be answered later. Loaded when it is opened. */
export function leadForm(
  { attribute, button, field, h, reason, trouble }: Parts,
  texts: Texts,
  config: LeadConfig | undefined,
  send: LeadWishes["send"],
  done: () => void,
  no: HTMLElement,
): HTMLFormElement {
  const said = <T>(words: Words<T> | null | undefined): T | undefined => (words ? (words[texts.language] ?? Object.values(words)[0]) : undefined);
  const { fields = [], consent, mustConsent = false, thanks } = config ?? {};
  const wording = said(consent);
  const submit = button("primary", [texts.send]);
  const problem = trouble();
  const rows = fields.map(({ name, type, word, fill, max, required, label, choices }) => {
    const error = trouble();
    error.id = `lead-${name}`;
    const attributes = { name, required, "aria-describedby": error.id };
    const input =
      type === "select"
        ? h("select", attributes, ["", ...(said(choices) ?? [])].map((choice) => h("option", {}, [choice])))
        : type === "textarea"
          ? h("textarea", { ...attributes, rows: 3, maxlength: max })
          : h("input", { ...attributes, type, maxlength: max, step: "any", autocomplete: fill ?? "off" });
    const asked = said(label) ?? texts[word ?? "details"];
    return h("div", {}, [field(required ? `${asked} *` : asked, input), error]);
  });
  const agreed = trouble();
  agreed.id = "lead-consent";
  const box = h("input", { type: "checkbox", name: "consent", required: mustConsent, "aria-describedby": agreed.id });
  const tell = (input: HTMLInputElement, text: string) => {
    attribute(input, "aria-invalid", text ? "true" : undefined);
    form.querySelector(`#lead-${input.name}`)!.textContent = text;
    if (text) {
      input.focus();
    }
  };
  const form: HTMLFormElement = h(
    "form",
    { novalidate: true },
    [
      h("h2", {}, [texts.contact]),
      ...rows,
      wording
        ? h("div", { class: "consent" }, [h("label", {}, [box, h("span", {}, [wording])]), agreed])
        : h("p", { class: "rules" }, [texts.privacyLine]),
      problem,
      h("div", { class: "ways" }, [submit, no]),
    ],
    {
      submit: async (event) => {
        event.preventDefault();
        const inputs = [...form.querySelectorAll<HTMLInputElement>("[name]")];
        inputs.forEach((input) => tell(input, ""));
        problem.textContent = "";
        const lead: Lead = {};
        for (const { name, value } of inputs) {
          if (value.trim()) {
            lead[name] = value.trim();
          }
        }
        delete lead["consent"];
        if (!wording || box.checked) {
          lead.consent = wording ?? texts.privacyLine;
        }
        const empty = inputs.find((input) => input.required && !(input === box ? box.checked : input.value.trim()));
        if (empty) {
          return tell(empty, empty === box ? texts.consentNeed : texts.fill);
        }
        if (!lead.email && !lead.phone) {
          return tell(inputs.find(({ type }) => type === "email" || type === "tel")!, texts.contactNeed);
        }
        submit.disabled = true;
        try {
          await send(lead, said(thanks));
          done();
        } catch (error) {
          const { status, field: name, message } = error as Partial<Refused>;
          const wrong = inputs.find((input) => input.name === name);
          if (wrong) {
            const words: Record<string, string> = { email: texts.mailWrong, tel: texts.phoneWrong };
            tell(wrong, words[wrong.type] ?? message ?? "");
          } else {
            // What it asks for now may not stand in this form.
            problem.textContent = status === 422 ? (message ?? "") : reason(error, texts);
          }
        } finally {
          submit.disabled = false;
        }
      },
    },
  );
  return form;
}

// <taros-passkey>: before its form is sent, the browser's passkey answers what the server asks and the form takes the
// answer along. data-options holds what is asked, or data-challenge says where to ask for it. Without passkeys it stays
// hidden, or with data-needed says why nothing can be done.
const CREDENTIAL = window.PublicKeyCredential;
const FRESH = 4 * 60_000;

class Passkey extends HTMLElement {
  #form;
  #answer;
  #error;
  #underWay;
  #asked = 0;

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#answer = this.#form.querySelector("[data-answer]");
    this.#error = this.querySelector("[role=alert]");
    if (!CREDENTIAL?.parseRequestOptionsFromJSON) return this.#cannot();
    this.hidden = false;
    // A page one comes back to has been answered before.
    addEventListener("pageshow", () => (this.#answer.value = ""));
    this.#form.addEventListener("submit", this.#send);
    this.querySelector("[autofocus]")?.focus();
    if ("autofill" in this.dataset) this.#offer();
  }

  #cannot() {
    if (!("needed" in this.dataset)) return;
    this.hidden = false;
    this.#form.querySelector("[type=submit]").disabled = true;
    this.#say("unsupported");
  }

  #send = async (event) => {
    if (this.#answer.value) return;
    event.preventDefault();
    const button = event.submitter;
    button?.setAttribute("aria-busy", "true");
    this.#say();
    await this.#ask();
    button?.removeAttribute("aria-busy");
  };

  // Among what the browser suggests for the e-mail. A page may be open for hours: what is asked is renewed when somebody
  // comes back to it.
  async #offer() {
    if (!(await CREDENTIAL.isConditionalMediationAvailable?.())) return;
    this.#ask("conditional");
    const renew = () => {
      if (!document.hidden && Date.now() - this.#asked > FRESH) this.#ask("conditional");
    };
    for (const type of ["visibilitychange", "focusin", "pointerdown"]) document.addEventListener(type, renew);
  }

  async #ask(mediation) {
    this.#underWay?.abort();
    const mine = (this.#underWay = new AbortController());
    this.#asked = Date.now();
    try {
      const options = await this.#options();
      if (!options) {
        if (!mediation) this.#say("stale");
        return;
      }
      const credential = options.rp
        ? await navigator.credentials.create({ publicKey: CREDENTIAL.parseCreationOptionsFromJSON(options), signal: mine.signal })
        : await navigator.credentials.get({ publicKey: CREDENTIAL.parseRequestOptionsFromJSON(options), mediation, signal: mine.signal });
      if (mine.signal.aborted) return;
      this.#answer.value = JSON.stringify(credential.toJSON());
      this.#form.requestSubmit();
    } catch (problem) {
      if (!mine.signal.aborted) this.#explain(problem, mediation);
    }
  }

  async #options() {
    if (this.dataset.options) return JSON.parse(this.dataset.options);
    const answer = await fetch(this.dataset.challenge, { method: "POST", body: new URLSearchParams(new FormData(this.#form)) });
    return answer.ok ? answer.json() : null;
  }

  // A browser does not tell whether somebody said no or said nothing.
  #explain({ name }, mediation) {
    const late = Date.now() - this.#asked > FRESH;
    const reasons = {
      NotAllowedError: late ? "late" : "cancelled",
      AbortError: "cancelled",
      InvalidStateError: "known",
      NotSupportedError: "unsupported",
      ConstraintError: "unsupported",
      SecurityError: "elsewhere",
    };
    // Nobody asked for the suggestions, so nobody needs to know why there are none.
    if (mediation && name !== "NotAllowedError") return;
    this.#say(reasons[name] ?? "failed");
  }

  #say(what) {
    this.#error.textContent = what ? this.#error.dataset[what] : "";
  }
}

customElements.define("taros-passkey", Passkey);

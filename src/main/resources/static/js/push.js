// <taros-push>: whether this browser is told something while no page is open, and the button that decides it. The worker
// lies beside this file: it only shows what comes, and controls no page.
const WORKER = "/js/push-worker.js";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

class Push extends HTMLElement {
  #form = this.querySelector("form");

  async connectedCallback() {
    if (!("serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis)) return this.#show("unsupported");
    if (Notification.permission === "denied") return this.#show("denied");
    this.querySelector("[data-on]").addEventListener("click", (event) => this.#turnOn(event.currentTarget));
    this.#show((await this.#isOn()) ? "on" : "off");
  }

  async #isOn() {
    const worker = await navigator.serviceWorker.getRegistration(WORKER);
    const subscription = await worker?.pushManager.getSubscription();
    if (!subscription) return false;
    const hash = text(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint)));
    const row = this.querySelector(`[data-device="${CSS.escape(hash)}"]`);
    row?.querySelector("[data-here]").removeAttribute("hidden");
    return Boolean(row);
  }

  async #turnOn(button) {
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") return this.#show(Notification.permission === "denied" ? "denied" : "off");
      await navigator.serviceWorker.register(WORKER);
      const subscription = (await this.#subscribe()).toJSON();
      this.#form.endpoint.value = subscription.endpoint;
      this.#form.p256dh.value = subscription.keys.p256dh;
      this.#form.auth.value = subscription.keys.auth;
      this.#form.submit();
    } catch {
      this.#show("failed");
    } finally {
      button.disabled = false;
    }
  }

  // One that was made with another key, such as that of an installation before, is of no use.
  async #subscribe() {
    const { pushManager } = await this.#active();
    const wanted = { userVisibleOnly: true, applicationServerKey: bytes(this.dataset.key) };
    try {
      return await pushManager.subscribe(wanted);
    } catch (problem) {
      if (problem.name !== "InvalidStateError") throw problem;
      await (await pushManager.getSubscription())?.unsubscribe();
      return pushManager.subscribe(wanted);
    }
  }

  async #active() {
    const registration = await navigator.serviceWorker.getRegistration(WORKER);
    const worker = registration.installing ?? registration.waiting;
    if (!registration.active && worker) {
      await new Promise((resolve) => worker.addEventListener("statechange", () => worker.state === "activated" && resolve()));
    }
    return registration;
  }

  #show(state) {
    for (const part of this.querySelectorAll("[data-state]")) part.hidden = !part.dataset.state.split(" ").includes(state);
  }
}

customElements.define("taros-push", Push);

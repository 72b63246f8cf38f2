// <taros-inbox> keeps an open inbox up to date. What it hears is a hint to look; what it shows it has read anew,
// after the last thing it has, so that nothing is missed or shown twice however often the line was cut.
const FADES = 6000;
const SAYS_WRITING_EVERY = 3000;

class Inbox extends HTMLElement {
  #entries = this.querySelector("#entries");
  #thread = this.querySelector(".inbox-thread");
  #scroll = this.querySelector(".thread-scroll");
  #looking = {};
  #fade;

  connectedCallback() {
    const found = location.hash && this.querySelector(`#${CSS.escape(location.hash.slice(1))}`);
    if (found) found.scrollIntoView({ block: "center" });
    else this.#scrollDown();
    this.#listen();
    this.#composer();
    this.#keys();
    this.#notify();
  }

  disconnectedCallback() {
    this.line?.close();
  }

  #listen() {
    this.line = new EventSource(this.dataset.events);
    this.line.addEventListener("list", () => this.#once("list", () => this.#list()));
    this.line.addEventListener("thread", () => this.#once("thread", () => this.#news()));
    this.line.addEventListener("typing", (event) => this.#writes(event.data));
    // A browser gives up after an answer that is no stream, such as a proxy's while we restart.
    this.line.addEventListener("error", () => {
      if (this.line.readyState === EventSource.CLOSED) setTimeout(() => this.isConnected && this.#listen(), 5000);
    });
  }

  // One look at a time; whatever is heard meanwhile leads to one more.
  async #once(what, look) {
    if (this.#looking[what]) {
      this.#looking[what] = "again";
      return;
    }
    do {
      this.#looking[what] = "now";
      try {
        await look();
      } catch {
        // The line comes back and says so; then this is done again.
      }
    } while (this.#looking[what] === "again");
    this.#looking[what] = undefined;
  }

  async #fragment(url) {
    const response = await fetch(url, { headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(response.status);
    return new DOMParser().parseFromString(await response.text(), "text/html").body;
  }

  async #list() {
    const list = this.querySelector("#inbox-list");
    const fresh = await this.#fragment(this.dataset.list);
    const active = document.activeElement;
    if (active?.matches?.("select") && list.contains(active)) return;
    const focused = list.contains(active) ? active.getAttribute("href") : null;
    const top = list.scrollTop;
    list.replaceChildren(...fresh.childNodes);
    list.scrollTop = top;
    if (focused) list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
    this.#count(list);
  }

  async #news() {
    const fresh = await this.#fragment(`${this.#thread.dataset.entries}&after=${this.#entries.dataset.seen}`).catch((failure) => {
      // Their visitor deleted the chat, and it stays before nobody's eyes.
      if (failure.message === "404") location.replace(this.querySelector(".inbox-back").href);
      throw failure;
    });
    const isDown = this.#isDown();
    for (const entry of fresh.querySelectorAll("li[data-sequence]")) {
      if (Number(entry.dataset.sequence) <= Number(this.#entries.dataset.seen)) continue;
      this.#entries.append(entry);
      this.#entries.dataset.seen = entry.dataset.sequence;
      this.#writes(null);
    }
    const seen = this.querySelector("[name=seen]");
    if (seen) seen.value = this.#entries.dataset.seen;
    const standing = this.querySelector("#standing");
    const stands = fresh.querySelector("#standing");
    if (standing && stands && !standing.querySelector("details[open]") && !standing.contains(document.activeElement)) {
      standing.replaceWith(stands);
    }
    this.#brief(fresh.querySelector("#brief"));
    if (isDown) this.#scrollDown();
  }

  // What is folded stays folded, and whoever is on its button is not interrupted.
  #brief(fresh) {
    const place = this.querySelector("#brief-place");
    if (!fresh || place.contains(document.activeElement)) return;
    const known = place.querySelector("#brief");
    if (known) fresh.open = known.open;
    place.replaceChildren(fresh);
  }

  #isDown() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroll;
    return scrollHeight - scrollTop - clientHeight < 80;
  }

  #scrollDown() {
    if (this.#scroll) this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  #writes(name) {
    const line = this.querySelector("#writes");
    clearTimeout(this.#fade);
    line.hidden = name === null;
    if (name === null) return;
    line.textContent = name ? this.dataset.writes.replace("{0}", name) : this.dataset.visitorWrites;
    this.#fade = setTimeout(() => (line.hidden = true), FADES);
  }

  #composer() {
    const form = this.querySelector("[data-composer]");
    if (!form) return;
    const text = form.querySelector("textarea");
    const choose = () => {
      const kind = form.querySelector("[name=kind]:checked");
      form.action = kind.dataset.action;
      for (const words of form.querySelectorAll("[data-for-reply]")) {
        words.textContent = kind.value === "note" ? words.dataset.forNote : words.dataset.forReply;
      }
    };
    choose();
    form.addEventListener("change", (event) => event.target.name === "kind" && choose());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(form, text);
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    const suggest = form.querySelector("[data-suggest]");
    suggest.hidden = false;
    suggest.addEventListener("click", () => this.#suggest(form, text, suggest));
    text.addEventListener("input", () => {
      this.#sayWriting(form);
      this.#expand(form, text);
    });
    this.#chooser(form);
    text.addEventListener("paste", (event) => this.#attach(form, event, event.clipboardData));
    form.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    form.addEventListener("drop", (event) => this.#attach(form, event, event.dataTransfer));
    form.addEventListener("click", (event) => {
      const canned = event.target.closest("[data-canned]");
      if (!canned) return;
      canned.closest("details").open = false;
      text.setRangeText(canned.dataset.canned, text.selectionStart, text.selectionEnd, "end");
      text.focus();
    });
  }

  // A note carries none.
  #attach(form, event, brought) {
    if (!brought.files.length || form.querySelector("[name=kind]:checked").value === "note") return;
    event.preventDefault();
    this.#choose(form, [...form.file.files, ...brought.files]);
  }

  // The browser's own control forgets what was chosen before and cannot give back a single file.
  #chooser(form) {
    const attach = form.querySelector("[data-attach]");
    let before = [];
    attach.hidden = false;
    attach.addEventListener("click", () => {
      before = [...form.file.files];
      form.file.click();
    });
    form.file.classList.add("visually-hidden");
    form.file.tabIndex = -1;
    form.file.addEventListener("change", () => this.#choose(form, [...before, ...form.file.files]));
    form.querySelector("[data-chosen]").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const place = [...button.closest("ul").children].indexOf(button.parentElement);
      this.#choose(form, [...form.file.files].filter((file, number) => number !== place));
      attach.focus();
    });
    this.#chosen(form);
  }

  #choose(form, files) {
    const all = new DataTransfer();
    files.forEach((file) => all.items.add(file));
    form.file.files = all.files;
    this.#chosen(form);
  }

  #chosen(form) {
    const list = form.querySelector("[data-chosen]");
    list.hidden = !form.file.files.length;
    list.replaceChildren(
      ...[...form.file.files].map((file) => {
        const item = document.createElement("li");
        item.append(Object.assign(document.createElement("span"), { className: "clip", textContent: file.name }));
        const button = Object.assign(document.createElement("button"), { type: "button", className: "link-button", textContent: list.dataset.remove });
        button.setAttribute("aria-label", `${list.dataset.remove} ${file.name}`);
        item.append(button);
        return item;
      }),
    );
  }

  // Whatever stands there already stays: the suggestion is put behind it.
  async #suggest(form, text, button) {
    button.disabled = true;
    try {
      const response = await fetch(button.dataset.suggest, { method: "POST", body: new URLSearchParams({ _csrf: form._csrf.value }) });
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("#suggestion");
      if (!fresh) return;
      form.querySelector("#suggestion").replaceWith(fresh);
      if (fresh.dataset.text) text.value = [text.value.trimEnd(), fresh.dataset.text].filter(Boolean).join("\n\n");
      text.focus();
    } finally {
      button.disabled = false;
    }
  }

  // "/hello " becomes the text of that name.
  #expand(form, text) {
    const word = /(^|\s)\/([\p{L}\p{N}_-]+)\s$/u.exec(text.value.slice(0, text.selectionStart));
    const canned = word && form.querySelector(`[data-shortcut="${CSS.escape(word[2])}"]`);
    if (canned) text.setRangeText(canned.dataset.canned, text.selectionStart - word[2].length - 2, text.selectionStart, "end");
  }

  #sayWriting(form) {
    const isNote = form.querySelector("[name=kind]:checked").value === "note";
    if (isNote || Date.now() - (this.said ?? 0) < SAYS_WRITING_EVERY) return;
    this.said = Date.now();
    fetch(this.#thread.dataset.typing, { method: "POST", body: new URLSearchParams({ _csrf: form._csrf.value }) }).catch(() => {});
  }

  // Sent is what leads back to this conversation. Whatever else comes, the words stay where they are.
  async #send(form, text) {
    if (this.sending) return;
    this.sending = true;
    const button = form.querySelector("[type=submit]");
    const said = text.value;
    button.disabled = true;
    let response;
    try {
      response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    } catch {
      // Offline: said below.
    }
    this.sending = false;
    button.disabled = false;
    button.removeAttribute("aria-busy");
    this.querySelector("#trouble")?.remove();
    const here = this.#thread.dataset.typing.replace(/\/typing$/, "");
    if (response?.ok && response.redirected && new URL(response.url).pathname === here) {
      if (text.value === said) text.value = "";
      form.file.value = "";
      this.#chosen(form);
      form.querySelector("#suggestion")?.replaceChildren();
      form.clientId.value = crypto.randomUUID();
      this.querySelector("#composer > .banner")?.remove();
      this.querySelectorAll("#text-error, #file-error").forEach((error) => error.remove());
      await this.#once("thread", () => this.#news());
      this.#scrollDown();
      text.focus();
    } else {
      const page = new DOMParser().parseFromString((await response?.text()) ?? "", "text/html");
      const again = [409, 422].includes(response?.status) && page.querySelector("#composer");
      if (!again) {
        text.after(Object.assign(document.createElement("p"), { id: "trouble", className: "field-error", role: "alert", textContent: form.dataset.trouble }));
        return;
      }
      // No page may choose files for anybody; those that were chosen stay so.
      again.querySelector("#file").files = form.file.files;
      this.querySelector("#composer").replaceWith(again);
      this.#composer();
      await this.#once("thread", () => this.#news());
      again.querySelector("textarea").focus();
    }
  }

  #keys() {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
      if (event.key === "j" || event.key === "k") this.#step(event.key === "j" ? 1 : -1);
      else if (event.key === "r" || event.key === "n") this.#write(event.key === "n");
      else {
        const act = this.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
        if (!act) return;
        act.click();
        act.closest("details[open]")?.querySelector(".menu-item")?.focus();
      }
      event.preventDefault();
    });
  }

  #step(by) {
    const rows = [...this.querySelectorAll(".inbox-row")];
    const here = rows.findIndex((row) => row === document.activeElement || (!rows.includes(document.activeElement) && row.ariaCurrent === "true"));
    rows[Math.min(rows.length - 1, Math.max(0, here + by))]?.focus();
  }

  #write(isNote) {
    const kind = this.querySelector(`[name=kind][value=${isNote ? "note" : "reply"}]`);
    kind?.click();
    this.querySelector("#text")?.focus();
  }

  // How many wait stands in the title, and in a notification if the reader wants one and looks elsewhere.
  #count(list) {
    const waiting = Number(list.querySelector('.tab[href*="queue=WAITING"] .count')?.textContent.replace(/\D/g, "") ?? 0);
    document.title = document.title.replace(/^(\(\d+\) )?/, waiting ? `(${waiting}) ` : "");
    if (waiting > (this.waiting ?? waiting) && document.hidden && globalThis.Notification?.permission === "granted") {
      new Notification(this.dataset.title, { body: this.dataset.waiting, tag: "taros-waiting" });
    }
    this.waiting = waiting;
  }

  #notify() {
    const list = this.querySelector("#inbox-list");
    this.#count(list);
    const button = this.querySelector("[data-notify]");
    if (!globalThis.Notification || Notification.permission !== "default") return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await Notification.requestPermission();
      button.hidden = true;
    });
  }
}

customElements.define("taros-inbox", Inbox);

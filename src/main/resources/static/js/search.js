// <taros-search>: what is looked for stands behind the # of the address, which no server is sent. So one comes back to it,
// and it is in no log.
class Search extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this.#submit);
    window.addEventListener("hashchange", this.#look);
    if (location.hash && !this.querySelector("#found").children.length) this.#look();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.#look);
  }

  #submit = (event) => {
    event.preventDefault();
    const { words, cursor } = event.target.elements;
    const wanted = new URLSearchParams({ words: words.value.trim(), ...(cursor && { cursor: cursor.value }) }).toString();
    if (location.hash.slice(1) === wanted) this.#look();
    else location.hash = wanted;
  };

  #look = async () => {
    const wanted = location.hash.slice(1);
    this.looking = wanted;
    this.setAttribute("aria-busy", "true");
    const body = new URLSearchParams(wanted);
    body.set("_csrf", this.querySelector("[name=_csrf]").value);
    let fresh;
    try {
      const response = await fetch("/inbox/search", { method: "POST", body });
      fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("taros-search");
    } catch {
      // Offline: said below.
    }
    if (this.looking !== wanted) return;
    this.removeAttribute("aria-busy");
    if (fresh) {
      this.replaceChildren(...fresh.childNodes);
      window.scrollTo(0, 0);
    } else {
      this.querySelector("#found").replaceChildren(Object.assign(document.createElement("p"), { className: "field-error", role: "alert", textContent: this.dataset.trouble }));
    }
  };
}

customElements.define("taros-search", Search);

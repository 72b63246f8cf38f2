// <taros-copy data-done="Copied"><button>Copy</button></taros-copy> copies the code beside it.
class Copy extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#copy);
  }

  #copy = async () => {
    const code = this.parentElement.querySelector("code, input");
    const text = code.value ?? code.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Clipboard access needs https; a selection works everywhere.
      const range = document.createRange();
      range.selectNodeContents(code);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    const { toast } = await import("./toast.js");
    toast(this.dataset.done);
  };
}

customElements.define("taros-copy", Copy);

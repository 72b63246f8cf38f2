// <taros-brand-preview>: how a brand would look while it is typed. The colours come as rules; a part of a page that comes later may
// bring no style of its own, so they are set one by one. A logo that was picked is shown before it is sent.
const form = document.querySelector("[data-brand]");
const file = form?.querySelector("[type=file]");
let picked = null;

customElements.define(
  "taros-brand-preview",
  class extends HTMLElement {
    connectedCallback() {
      for (const [, selector, rules] of (this.dataset.css ?? "").matchAll(/([^{}]+)\{([^{}]+)\}/g)) {
        for (const part of this.querySelectorAll(selector)) {
          for (const rule of rules.split(";")) part.style.setProperty(...rule.split(":"));
        }
      }
      // What the page began with is in these rules, too, and would outlast the colour.
      document.getElementById("brand-style")?.remove();
      if (picked) this.showLogo(picked);
    }

    showLogo(address) {
      for (const place of this.querySelectorAll("[data-logo]")) {
        const frame = Object.assign(document.createElement("span"), { className: "brand-logo" });
        frame.append(Object.assign(document.createElement("img"), { src: address, alt: "" }));
        place.replaceChildren(frame);
      }
    }
  },
);

file?.addEventListener("change", () => {
  if (picked) URL.revokeObjectURL(picked);
  const [chosen] = file.files;
  picked = chosen?.type.startsWith("image/") ? URL.createObjectURL(chosen) : null;
  if (picked) document.querySelector("taros-brand-preview").showLogo(picked);
});

// A colour can be picked, where it would have to be typed without a script.
const accent = form?.elements.accent;
const pick = form?.querySelector("[type=color]");
const isColour = (text) => /^#[0-9a-f]{6}$/i.test(text);
if (pick) {
  pick.closest("[data-pick]").hidden = false;
  pick.value = isColour(accent.value) ? accent.value : accent.placeholder;
  pick.addEventListener("input", () => (accent.value = pick.value));
  accent.addEventListener("input", () => isColour(accent.value) && (pick.value = accent.value));
}

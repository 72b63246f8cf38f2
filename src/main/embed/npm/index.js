let loading;

/**
 * Puts the widget of one bot on the page, once. Nothing but its own file is fetched, and nothing stored, before the
 * visitor opens it. On a server there is no page, and nothing happens.
 */
export function load({ host, bot, launcher = true, nonce, ...settings }) {
  if (typeof document === "undefined") {
    return new Promise(() => {});
  }
  loading ??= new Promise((resolve, reject) => {
    taros("set", settings);
    taros((ready) => resolve(ready));
    const script = document.createElement("script");
    script.async = true;
    script.src = `${host.replace(/\/+$/, "")}/widget.js`;
    script.dataset.bot = bot;
    if (!launcher) {
      script.dataset.launcher = "off";
    }
    if (nonce) {
      script.nonce = nonce;
    }
    script.addEventListener("error", () => {
      loading = undefined;
      script.remove();
      reject(new Error(`Taros: ${script.src} could not be loaded`));
    });
    document.head.append(script);
  });
  return loading;
}

/** A call that waits for the widget where it is not there yet: `taros("open")`, `taros((chat) => chat.on("message", …))`. */
export function taros(call, ...args) {
  const queue = (window.Taros ??= []);
  queue.push(typeof call === "function" ? call : [call, ...args]);
}

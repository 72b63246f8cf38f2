import "./style.css";

/** Adds once what a part looks like that is loaded later. */
export function dress(element: Node, style: string): void {
  const root = element.getRootNode() as ShadowRoot;
  const sheet = (later[style] ??= new CSSStyleSheet());
  if (!root.adoptedStyleSheets.includes(sheet)) {
    sheet.replaceSync(style);
    root.adoptedStyleSheets.push(sheet);
  }
}

const later: Record<string, CSSStyleSheet> = {};

let shared: Promise<CSSStyleSheet> | undefined;

/**
 * The style beside this module, as a constructed sheet: no style element, so a host page's content security policy
 * needs no 'unsafe-inline', and every chat on the page shares one copy.
 */
export function stylesheet(): Promise<CSSStyleSheet> {
  shared ??= fetch(new URL("./chat.css", import.meta.url), { credentials: "omit" })
    .then((response) => response.text())
    .then((text) => new CSSStyleSheet().replace(text))
    .catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
  return shared;
}

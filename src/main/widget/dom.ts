type Child = Node | string | undefined | false;
type Handlers = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
type Attributes = Record<string, string | number | boolean | undefined>;

/** Builds one element. Attributes that are false or absent are left out, true becomes an empty attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly Child[] = [],
  handlers: Handlers = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    attribute(element, name, value);
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  for (const [type, handler] of Object.entries(handlers)) {
    element.addEventListener(type, handler as EventListener);
  }
  return element;
}

/** A button with words; without a deed of its own it sends the form it stands in. */
export function button(look: string, children: readonly Child[], click?: () => void): HTMLButtonElement {
  return h("button", { type: click ? "button" : "submit", class: look }, children, click ? { click } : {});
}

/** A button that is an icon to the eye and its label to everything else. */
export function iconButton(name: Icon, label: string, attributes: Attributes, click?: () => void): HTMLButtonElement {
  const named = { type: "button", "aria-label": label, title: label, ...attributes };
  return h("button", named, [icon(name)], click ? { click } : {});
}

export function attribute(element: Element, name: string, value: string | number | boolean | undefined): void {
  if ((value ?? false) === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) {
    element.setAttribute(name, text);
  }
}

/** Sets text only when it differs, so that a screen reader does not hear the same words twice. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

const SHAPES = {
  close: "M6 6l12 12M18 6L6 18",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M12 19V5M6 11l6-6 6 6",
  person: "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.75 20c.6-3.4 3.5-5.25 7.25-5.25s6.65 1.85 7.25 5.25",
  thumb: "M7.5 11v8.5H4.75V11zM7.5 11l3.6-7c1.5 0 2.4 1 2.4 2.4V9.5h4.6c1.3 0 2.1 1.1 1.8 2.3l-1.5 6c-.3 1-1.1 1.7-2.2 1.7H7.5",
  fold: "M7 10l5 5 5-5",
  forward: "M5 12h14M13 6l6 6-6 6",
  copy: "M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5",
  done: "M5 12.5l4.5 4.5L19 7.5",
  away: "M8 7h9v9M17 7L6.5 17.5",
  contact: "M4 6.5h16v11.5H4zM4 7l8 6 8-6",
  clip: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.6 1.6 0 0 1-2.3-2.3l7.800-7.800",
  offline: "M4 4l16 16M8 8a5 5 0 0 0-1 10h10M11 6a6 6 0 0 1 6 5 4 4 0 0 1 3 6",
} as const;

export type Icon = keyof typeof SHAPES;

export function icon(name: Icon): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

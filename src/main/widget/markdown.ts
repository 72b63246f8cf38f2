import { h } from "./dom";

/**
 * A tiny subset of Markdown, straight to DOM nodes: paragraphs, lists, code, bold, italic, links to http(s) and the
 * marks [1] of sources. Everything else, HTML and images above all, stays the text it is.
 */
export interface Options {
  /** Makes the mark of a source, or nothing when there is no such source. */
  readonly cite: (number: number) => Node | undefined;
}

const sources = new WeakMap<Node, string>();

/** Brings `container` up to the text. Blocks that did not change keep their nodes, so a growing answer never jumps. */
export function render(container: HTMLElement, text: string, options: Options): void {
  const blocks = split(text);
  blocks.forEach((source, index) => {
    const present = container.childNodes[index];
    if (present && sources.get(present) === source) {
      return;
    }
    sources.set(settle(container, present, block(source, options)), source);
  });
  while (container.childNodes.length > blocks.length) {
    container.lastChild!.remove();
  }
}

/** Puts a block in its place; a block that only grew keeps its element and everything in it up to the new part. */
function settle(container: HTMLElement, present: Node | undefined, fresh: HTMLElement): Node {
  if (!present) {
    container.append(fresh);
    return fresh;
  }
  if (present.nodeName !== fresh.nodeName) {
    container.replaceChild(fresh, present);
    return fresh;
  }
  let same = 0;
  while (present.childNodes[same] && fresh.childNodes[same]?.isEqualNode(present.childNodes[same]!)) {
    same++;
  }
  [...present.childNodes].slice(same).forEach((node) => node.remove());
  (present as HTMLElement).append(...[...fresh.childNodes].slice(same));
  return present;
}

const BULLET = /^\s*[-*+•]\s+/;
const NUMBER = /^\s*\d{1,3}[.)]\s+/;
const FENCE = /^\s*```/;

function split(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const flush = () => {
    if (lines.length) {
      blocks.push(lines.join("\n"));
    }
    lines = [];
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    if (FENCE.test(line)) {
      if (!fenced) {
        flush();
      }
      lines.push(line);
      if (fenced) {
        flush();
      }
      fenced = !fenced;
    } else if (!fenced && (line.trim() === "" || kind(line) !== kind(lines.at(-1) ?? line))) {
      flush();
      if (line.trim()) {
        lines.push(line);
      }
    } else {
      lines.push(line);
    }
  }
  flush();
  return blocks;
}

function kind(line: string): "ul" | "ol" | "p" {
  return BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : "p";
}

function block(source: string, options: Options): HTMLElement {
  const lines = source.split("\n");
  const first = lines[0]!;
  if (FENCE.test(first)) {
    const closed = lines.length > 1 && FENCE.test(lines.at(-1)!);
    return h("pre", { tabindex: 0 }, [h("code", {}, [lines.slice(1, closed ? -1 : undefined).join("\n")])]);
  }
  const tag = kind(first);
  if (tag === "p") {
    const heading = /^#{1,6}\s+(.*)$/.exec(first);
    return heading
      ? h("p", {}, [h("strong", {}, inline([heading[1]!, ...lines.slice(1)].join("\n"), options))])
      : h("p", {}, inline(source, options));
  }
  const start = tag === "ol" ? Number.parseInt(first.trim(), 10) : 1;
  const items = lines.map((line) => h("li", {}, inline(line.replace(tag === "ol" ? NUMBER : BULLET, ""), options)));
  return h(tag, start > 1 ? { start } : {}, items);
}

const INLINE =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)\*\*|(?<![\w*])[*_](?=\S)([^*_\n]+?)[*_](?![\w*])|\[([^\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)|\[(\d{1,2})\]|(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])/g;

function inline(text: string, options: Options): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    plain(nodes, text.slice(at, match.index));
    nodes.push(token(match, options));
    at = match.index + match[0].length;
  }
  plain(nodes, text.slice(at));
  return nodes;
}

function token(match: RegExpExecArray, options: Options): Node {
  const [whole, code, bold, italic, label, target, mark, address] = match;
  if (code !== undefined) {
    return h("code", {}, [code]);
  }
  if (bold !== undefined) {
    return h("strong", {}, inline(bold, options));
  }
  if (italic !== undefined) {
    return h("em", {}, inline(italic, options));
  }
  if (mark !== undefined) {
    return options.cite(Number(mark)) ?? document.createTextNode(whole);
  }
  const url = safe(target ?? address);
  return url ? link(url, label ?? address!) : document.createTextNode(whole);
}

/** Opens in a new tab, so that the chat stays where it is, and passes nothing of ours on. */
export function link(url: URL, text: string): HTMLAnchorElement {
  return h("a", { href: url.href, target: "_blank", rel: "noopener nofollow ugc" }, [text]);
}

/** An absolute http(s) address without credentials, or nothing. */
export function safe(address: string | null | undefined): URL | undefined {
  const url = address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
  return url && !url.username && !url.password ? url : undefined;
}

function plain(nodes: Node[], text: string): void {
  text.split("\n").forEach((line, index) => {
    if (index) {
      nodes.push(h("br"));
    }
    if (line) {
      nodes.push(document.createTextNode(line));
    }
  });
}

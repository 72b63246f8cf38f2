import { h, icon } from "./dom";
import { count } from "./i18n/language";
import type { Texts } from "./i18n/texts";
import { link, safe } from "./markdown";
import type { Reliability, Source } from "./state";

const WORDS = ["guess", "weak", "fair", "good", "solid"] as const;

/** "2 sources", folded: each opens to its quote, its title leads to the page at the quoted words. */
export function sourceList(sources: readonly Source[], texts: Texts): HTMLDetailsElement {
  const label = sources.length === 1 ? texts.source : count(texts.sources, sources.length);
  const list = h("ol", {}, sources.map(source));
  return h("details", { class: "sources" }, [h("summary", {}, [h("span", {}, [label]), icon("fold")]), list], {
    toggle: () => list.scrollIntoView({ block: "nearest" }),
  });
}

function source({ title, url, quote }: Source): HTMLLIElement {
  const address = safe(url);
  const heading = title || address?.host || "";
  return h("li", { tabindex: -1 }, [
    quote ? h("blockquote", { dir: "auto" }, [quote]) : undefined,
    address ? origin(address, heading, quote) : h("span", { class: "title" }, [heading]),
  ]);
}

function origin(address: URL, heading: string, quote: string | null | undefined): HTMLElement {
  const title = link(address, heading);
  title.href = atQuote(address, quote);
  title.append(icon("away"));
  return h("div", { class: "origin" }, [title, h("span", { class: "place" }, [address.host])]);
}

/** A text fragment, so that the browser scrolls to the quoted words: whole when short, else its first and last. */
export function atQuote(url: URL, quote: string | null | undefined): string {
  const words = quote?.replace(/\s+/g, " ").trim().replace(/(^[.…]+|[.…]+$)/g, "").trim().split(" ") ?? [];
  if (!words[0]) {
    return url.href;
  }
  const edges = words.length <= 12 ? [words] : [words.slice(0, 5), words.slice(-5)];
  const directive = edges.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",");
  return `${url.href}${url.hash ? "" : "#"}:~:text=${directive}`;
}

/** Five steps, a word and a percentage, in the manner of the language. */
export function reliabilityBar({ score, word }: Reliability, texts: Texts): HTMLElement {
  const step = Math.min(4, Math.max(0, Math.floor(score * 5)));
  const known = WORDS.indexOf(word?.toLowerCase() as (typeof WORDS)[number]);
  const level = known < 0 ? step : known;
  const name = texts[WORDS[level]!];
  const percent = new Intl.NumberFormat(texts.language, { style: "percent" }).format(score);
  const steps = WORDS.map((_, index) => h("i", index <= level ? { class: "on" } : {}));
  return h("span", { class: "reliability" }, [
    h("span", { class: "sr" }, [`${texts.reliability}: `]),
    h("span", { class: "steps", "aria-hidden": "true" }, steps),
    h("span", { class: "word" }, [name]),
    h("span", {}, [percent]),
  ]);
}

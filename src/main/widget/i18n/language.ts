import type { Texts } from "./texts";

/** Every language is one small file; a visitor fetches the one they read, once the chat is open. */
const LANGUAGES: Record<string, () => Promise<{ default: Texts }>> = {
  en: () => import("./en"),
  da: () => import("./da"),
  de: () => import("./de"),
  fr: () => import("./fr"),
  es: () => import("./es"),
  nl: () => import("./nl"),
  sv: () => import("./sv"),
  nb: () => import("./nb"),
};

type Wish = string | null | undefined;
type Own = Readonly<Record<string, string>>;

/** The first of the wishes that we speak, or the operator in words of their own. Norwegian in any spelling is bokmål. */
export function choose(wishes: readonly Wish[], own: Own = {}): string {
  const spoken = (language: string) =>
    Object.hasOwn(LANGUAGES, language) || Object.keys(own).some((name) => name.startsWith(`${language}:`));
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split(/[-_]/)[0];
    const language = tag === "no" || tag === "nn" ? "nb" : tag;
    if (language && spoken(language)) {
      return language;
    }
  }
  return "en";
}

/** Words of a language. The operator's own words for every language win, those for this one even more. */
export async function load(language: string, own: Own = {}): Promise<Texts> {
  const texts = { ...(await (LANGUAGES[language] ?? LANGUAGES["en"]!)()).default, language };
  for (const prefix of ["", `${language}:`]) {
    for (const name of Object.keys(texts) as (keyof Texts)[]) {
      texts[name] = own[prefix + name] || texts[name];
    }
  }
  return texts;
}

export function direction(language: string): "ltr" | "rtl" {
  return /^(ar|fa|he|ps|ur)$/.test(language) ? "rtl" : "ltr";
}

export function count(text: string, number: number): string {
  return fill(text, "count", String(number));
}

/** A function, because a name may hold what `replace` would read as a pattern. */
export function fill(text: string, name: string, value: string): string {
  return text.replace(`{${name}}`, () => value);
}

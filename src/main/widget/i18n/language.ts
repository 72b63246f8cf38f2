import type { Texts } from "./texts";

/** Every language is one small file; a visitor fetches the one they read, once the chat is open. */
const LANGUAGES = {
  en: () => import("./en"),
  da: () => import("./da"),
  de: () => import("./de"),
  fr: () => import("./fr"),
  es: () => import("./es"),
  nl: () => import("./nl"),
  sv: () => import("./sv"),
  nb: () => import("./nb"),
} as const;

export type Language = keyof typeof LANGUAGES;

/** The first of the wishes that we speak. Norwegian in any spelling is bokmål. */
export function choose(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split(/[-_]/)[0] ?? "";
    const language = tag === "no" || tag === "nn" ? "nb" : tag;
    if (Object.hasOwn(LANGUAGES, language)) {
      return language as Language;
    }
  }
  return "en";
}

/** Words of a language; the operator's own words win. */
export async function load(language: Language, own: Readonly<Record<string, string>> = {}): Promise<Texts> {
  return { ...(await LANGUAGES[language]()).default, ...own };
}

export function count(text: string, number: number): string {
  return text.replace("{count}", String(number));
}

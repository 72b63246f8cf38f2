import type words from "../../resources/widget/words/en.json";

/** Every word the widget says. A language that lacks one does not compile. `{count}`, `{name}`, `{email}` are filled in. */
export type Texts = { [Name in keyof typeof words]: string };

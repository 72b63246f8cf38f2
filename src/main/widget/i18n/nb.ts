import words from "../../resources/widget/words/nb.json";
import type { Texts } from "./texts";

const texts: Texts = words;

export default texts;

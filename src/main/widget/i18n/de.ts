import words from "../../resources/widget/words/de.json";
import type { Texts } from "./texts";

const texts: Texts = words;

export default texts;

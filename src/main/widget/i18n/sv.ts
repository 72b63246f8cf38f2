import words from "../../resources/widget/words/sv.json";
import type { Texts } from "./texts";

const texts: Texts = words;

export default texts;

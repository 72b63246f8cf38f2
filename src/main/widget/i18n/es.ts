import words from "../../resources/widget/words/es.json";
import type { Texts } from "./texts";

const texts: Texts = words;

export default texts;

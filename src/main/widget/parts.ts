import { attribute, button, h } from "./dom";
import { fill } from "./i18n/language";
import { field, reason, remark, trouble, trying } from "./sheet";

/** Handed to what is loaded later: were it to import them, the chat would fall into more files to open. */
export const parts = { attribute, button, field, fill, h, reason, remark, trouble, trying };

export type Parts = typeof parts;

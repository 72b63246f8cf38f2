import { attribute, button, h, icon, iconButton } from "./dom";
import { fill } from "./i18n/language";
import { field, reason, trouble, trying } from "./sheet";
import { dress } from "./stylesheet";

/** Handed to what is loaded later: were it to import them, the chat would fall into more files to open. */
export const parts = { attribute, button, dress, field, fill, h, icon, iconButton, reason, trouble, trying };

export type Parts = typeof parts;

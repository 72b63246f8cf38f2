// Every behaviour is a small element or is attached by an attribute; pages work without them.
import "./toast.js";
import "./copy.js";
import "./theme.js";
import "./palette.js";
import "./dialogs.js";
import "./dates.js";
import "./forms.js";
import "./menus.js";
import "./folds.js";
import "./cites.js";
import "./traces.js";
import "./sheets.js";

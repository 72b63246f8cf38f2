import type * as npm from "../../main/embed/npm/index";
import type { Invitation, Settings, TarosEvents } from "../../main/widget/contract";

/** The types of the npm package are those of the widget: neither knows what the other does not. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

export const same: [Same<npm.Settings, Settings>, Same<npm.Events, TarosEvents>, Same<npm.Invitation, Invitation>] = [true, true, true];

export const calls = (taros: typeof npm.taros): void => {
  taros("open", { message: "Hello" });
  taros("launcher", false);
  taros((chat) => chat.on("unread", ({ count }) => count.toFixed()));
  // @ts-expect-error There is no such call.
  taros("explode");
};

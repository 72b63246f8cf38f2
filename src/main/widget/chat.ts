import type { Chat, ChatHost, ChatOptions } from "./contract";
import { stylesheet } from "./stylesheet";
import { TarosChat } from "./taros-chat";

// The sheet and the module's first call travel at the same time; who needs it hears of a failure then.
stylesheet().catch(() => {});

export async function mount(host: ChatHost, options: ChatOptions): Promise<Chat> {
  const chat = new TarosChat(host, options);
  void chat.start();
  return chat;
}

package io.taros.nudge;

import io.taros.account.Accounts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.NewConversation;
import io.taros.conversation.SeeToConversation;
import io.taros.inbox.Colleagues;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import org.springframework.stereotype.Component;

/** Opens shops, and what happens in them. */
@Component
class AgentShops {
    private final Tenants tenants;
    private final Accounts accounts;
    private final Bots bots;
    private final Conversations conversations;
    private final SeeToConversation seeTo;
    private final Colleagues colleagues;

    AgentShops(
            Tenants tenants,
            Accounts accounts,
            Bots bots,
            Conversations conversations,
            SeeToConversation seeTo,
            Colleagues colleagues) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.bots = bots;
        this.conversations = conversations;
        this.seeTo = seeTo;
        this.colleagues = colleagues;
    }

    AgentShop open(String name) {
        var tenant = tenants.open(name);
        var email = tenants.member(tenant.organization(), Role.AGENT);
        var agent = accounts.findByEmail(email).orElseThrow().id();
        var bot =
                Tenancy.callAs(
                        tenant.organization(), () -> bots.add(BotSettings.named("Robin")).id());
        return new AgentShop(tenant, bot, email, agent);
    }

    /** With the shop bound. */
    Conversation.Id begin(AgentShop shop) {
        return conversations
                .open(new NewConversation(shop.bot(), "en", null, null, null, null))
                .id();
    }

    /** By the owner to the agent; with the shop bound. */
    Conversation.Id assigned(AgentShop shop) {
        var id = begin(shop);
        seeTo.assign(id, shop.agent(), colleagues.writer(shop.acme().owner()));
        return id;
    }
}

package io.taros.nudge;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;

/** A shop with a bot, its owner, and an agent who is to be told things. */
record AgentShop(Tenants.Tenant acme, Bot.Id bot, String email, Account.Id agent) {
    void as(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }
}

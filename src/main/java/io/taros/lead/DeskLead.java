package io.taros.lead;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far people are with a lead.
 *
 * @param assignee who sees to it; absent while nobody does
 * @param mergedInto the lead it is shown with; absent for one of its own
 */
public record DeskLead(
        Lead.Id leadId,
        Conversation.Id conversationId,
        Bot.Id botId,
        LeadStatus status,
        Account.@Nullable Id assignee,
        Lead.@Nullable Id mergedInto,
        Instant createdAt) {}

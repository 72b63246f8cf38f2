package io.taros.block;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Leads;
import io.taros.conversation.VisitorIdentities;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Blocks whoever a conversation is with, by all that they can be known again by. */
@Component
public class BlockVisitor {
    private final Conversations conversations;
    private final VisitorIdentities identities;
    private final Leads leads;
    private final Blocks blocks;

    BlockVisitor(
            Conversations conversations, VisitorIdentities identities, Leads leads, Blocks blocks) {
        this.conversations = conversations;
        this.identities = identities;
        this.leads = leads;
        this.blocks = blocks;
    }

    public Block.Id block(
            Conversation.Id conversation,
            Block.Decision decision,
            boolean learnsAddress,
            Account.@Nullable Id by) {
        return blocks.add(decision, traitsOf(conversations.get(conversation)), learnsAddress, by);
    }

    private Set<Trait> traitsOf(Conversation conversation) {
        var traits = new LinkedHashSet<Trait>();
        traits.add(Trait.of(conversation.id()));
        identities
                .find(conversation.id())
                .ifPresent(known -> {
                    traits.add(Trait.ofSubject(conversation.botId(), known.subject()));
                    if (known.email() != null) {
                        traits.add(Trait.ofEmail(known.email()));
                    }
                });
        leads.list(conversation.id()).stream()
                .map(lead -> lead.contact().email())
                .filter(Objects::nonNull)
                .map(Trait::ofEmail)
                .forEach(traits::add);
        return traits;
    }
}

package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.VisitorIdentities;
import io.taros.platform.web.BadInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a bot asks for an identity, nobody without one says anything: not in a new conversation and
 * not in one that began before. Reading, downloading and deleting one's own chat stay open.
 */
@Component
class IdentityRule {
    private final IdentitySecrets secrets;
    private final IdentityTokens tokens;
    private final VisitorIdentities identities;

    IdentityRule(IdentitySecrets secrets, IdentityTokens tokens, VisitorIdentities identities) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.identities = identities;
    }

    /** A token that cannot be believed is none. */
    Optional<SignedVisitor> admit(Bot.Id bot, @Nullable String token) {
        var visitor = tokens.read(bot, token);
        if (visitor.isEmpty() && secrets.isRequired(bot)) {
            throw new BadInput("identity", "widget.input.identity");
        }
        return visitor;
    }

    boolean isInForce(Bot.Id bot) {
        return secrets.isRequired(bot);
    }

    void refuseUnknown(Conversation.Id conversation) {
        if (!identities.isKnown(conversation)) {
            throw new BadInput("identity", "widget.input.identity");
        }
    }
}

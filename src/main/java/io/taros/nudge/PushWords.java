package io.taros.nudge;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.organization.Organizations;
import io.taros.platform.web.Texts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what happened in a member's language: no word of what was said, and nobody's name. */
@Component
class PushWords {
    private static final String INBOX = "/inbox";

    private final Conversations conversations;
    private final Bots bots;
    private final Organizations organizations;
    private final MessageSource messages;

    PushWords(
            Conversations conversations,
            Bots bots,
            Organizations organizations,
            MessageSource messages) {
        this.conversations = conversations;
        this.bots = bots;
        this.organizations = organizations;
        this.messages = messages;
    }

    /** Empty if what it is about is gone. */
    Optional<PushMessage> of(SendPush job, Account reader) {
        var texts = texts(reader);
        if (job.conversation() == null || job.occasion() == null) {
            return Optional.of(message(texts.get("nudge.mail.subject", job.count()), INBOX, INBOX));
        }
        var words = "nudge.mail." + job.occasion();
        return conversations
                .find(job.conversation())
                .map(one -> message(texts.get(words, nameOf(one)), placeOf(one), placeOf(one)));
    }

    PushMessage test(Account reader) {
        var page = "/account/notifications";
        return message(texts(reader).get("nudge.push.test.body"), page, page);
    }

    private PushMessage message(String body, String url, String tag) {
        return new PushMessage(organizations.get().name(), body, url, tag);
    }

    private String nameOf(Conversation conversation) {
        return bots.find(conversation.botId()).map(Bot::name).orElse("…");
    }

    private static String placeOf(Conversation conversation) {
        return INBOX + "/" + conversation.id().value();
    }

    private Texts texts(Account reader) {
        return new Texts(messages, Locale.forLanguageTag(reader.locale()));
    }
}

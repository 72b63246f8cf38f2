package io.taros.followup;

import io.taros.conversation.Actor;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Message;
import io.taros.conversation.Notes;
import io.taros.organization.Organizations;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An answer as the conversation shows it, with a sentence about what was not taken along. */
@Component
class AnswerWords {
    private static final String KEY = "followup.taken.";

    /** Room for what is said around it. */
    private static final int LONGEST = Message.MAX_LENGTH - 600;

    private final MessageSource messages;
    private final Conversations conversations;
    private final Organizations organizations;
    private final Notes notes;

    AnswerWords(
            MessageSource messages,
            Conversations conversations,
            Organizations organizations,
            Notes notes) {
        this.messages = messages;
        this.conversations = conversations;
        this.organizations = organizations;
        this.notes = notes;
    }

    String of(Conversation.Id conversation, IncomingMail mail) {
        var language = conversations.get(conversation).speaks();
        return words(mail, new Texts(messages, Locale.forLanguageTag(language)));
    }

    /** Among colleagues: nobody knows whether it is the visitor who wrote it. */
    void note(Conversation.Id conversation, IncomingMail mail) {
        var texts = new Texts(messages, Locale.forLanguageTag(organizations.get().language()));
        var from = mail.from() == null ? texts.get(KEY + "nobody") : cut(mail.from(), 200);
        notes.add(
                conversation,
                new Actor.Person(null, texts.get(KEY + "author")),
                texts.get(KEY + "note", from, words(mail, texts)),
                // Whoever sees to it is called, or nobody would look into what is over.
                Optional.ofNullable(conversations.get(conversation).assignee())
                        .map(List::of)
                        .orElse(List.of()),
                mail.name());
    }

    private static String words(IncomingMail mail, Texts texts) {
        var words = new StringBuilder(cut(mail.text(), LONGEST));
        if (mail.text().length() > LONGEST) {
            words.append("\n\n").append(texts.get(KEY + "cut"));
        }
        if (!mail.attachments().isEmpty()) {
            var names = cut(String.join(", ", mail.attachments()), 300);
            words.append("\n\n").append(texts.get(KEY + "attachments", names));
        }
        return words.toString().strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " …";
    }
}

package io.taros.followup;

import io.taros.block.Blocks;
import io.taros.block.Trait;
import io.taros.conversation.AskForPerson;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.PostMessage;
import io.taros.conversation.Resolution;
import io.taros.conversation.Restrictions;
import io.taros.organization.Standing;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the answer to a mail where it belongs. What is not taken is dropped without a word: a bounce
 * would go to whomever the sender pretends to be. The same mail is the same message, however often
 * it comes.
 */
@Component
class TakeMail {
    private static final Logger LOG = LoggerFactory.getLogger(TakeMail.class);

    private final ReplyAddresses addresses;
    private final MailThreads threads;
    private final Admitting admitting;
    private final AnswerWords words;
    private final Saying saying;
    private final InstantSource clock;

    TakeMail(
            ReplyAddresses addresses,
            MailThreads threads,
            Admitting admitting,
            AnswerWords words,
            Saying saying,
            InstantSource clock) {
        this.addresses = addresses;
        this.threads = threads;
        this.admitting = admitting;
        this.words = words;
        this.saying = saying;
        this.clock = clock;
    }

    /** What came of a mail. */
    enum Outcome {
        /** It is the visitor's message. */
        TAKEN,
        /** Another address answered: the team is told what it wrote. */
        NOTED,
        /** It was sent to no reply address. */
        NOT_OURS,
        UNREADABLE,
        /** No person wrote it. */
        AUTOMATIC,
        /** The address was made up, or the conversation is gone. */
        UNKNOWN,
        /** The address is too old. */
        EXPIRED,
        RESTRICTED,
        BLOCKED,
        /** The organization is suspended or closed. */
        UNSERVED,
        EMPTY,
        /** Its id came before, in other words. */
        REPEATED;

        boolean isKept() {
            return this == TAKEN || this == NOTED;
        }
    }

    /** Whether a conversation may go on. */
    @Component
    record Admitting(
            Conversations conversations,
            Restrictions restrictions,
            Blocks blocks,
            Standing standing,
            RateLimits limits) {
        Optional<Outcome> refusal(Conversation.Id conversation, @Nullable String from) {
            if (restrictions.isOn(conversation)) {
                return Optional.of(Outcome.RESTRICTED);
            }
            var bot = conversations.get(conversation).botId();
            if (blocks.isBlocked(bot, Trait.of(conversation))
                    || (from != null && blocks.isBlocked(bot, Trait.ofEmail(from)))) {
                return Optional.of(Outcome.BLOCKED);
            }
            if (!standing.isServed()) {
                return Optional.of(Outcome.UNSERVED);
            }
            limits.take(Limit.MESSAGE, conversation.value().toString());
            limits.take(Limit.MESSAGE_DAY, conversation.value().toString());
            return Optional.empty();
        }
    }

    /** Whoever writes by mail is not there to be answered by the bot, so a person is promised. */
    @Component
    record Saying(Conversations conversations, PostMessage post, AskForPerson person) {
        void say(Conversation.Id conversation, String text, String name) {
            if (conversations.get(conversation).resolution() == Resolution.SPAM) {
                // It takes no message until somebody asks for a person.
                person.ask(conversation);
            }
            post.post(conversation, text, name);
            if (conversations.get(conversation).state() != Conversation.State.PERSON) {
                person.ask(conversation);
            }
        }
    }

    /**
     * In no transaction, and with no organization bound.
     *
     * @throws io.taros.platform.web.OverLimit if too many come for one conversation; later it may
     */
    Outcome take(byte[] raw) {
        var outcome = judge(raw);
        if (!outcome.isKept()) {
            LOG.info("A mail was not taken: {}", outcome);
        }
        return outcome;
    }

    private Outcome judge(byte[] raw) {
        try {
            // Of mail that is nobody's here nothing but this is read.
            var reply =
                    MailReader.recipients(raw).stream()
                            .map(addresses::find)
                            .flatMap(Optional::stream)
                            .findFirst();
            if (reply.isEmpty()) {
                return Outcome.NOT_OURS;
            }
            var mail = MailReader.read(raw);
            return Tenancy.callAs(
                    reply.get().organization(),
                    () ->
                            threads.find(reply.get().secret())
                                    .map(thread -> answer(thread, mail))
                                    .orElse(Outcome.UNKNOWN));
        } catch (MessagingException | IOException malformed) {
            return Outcome.UNREADABLE;
        }
    }

    private Outcome answer(MailThread thread, IncomingMail mail) {
        var outcome = admitted(thread, mail);
        if (!outcome.isKept()) {
            threads.refused(thread.id());
        }
        return outcome;
    }

    private Outcome admitted(MailThread thread, IncomingMail mail) {
        if (mail.isAutomatic()) {
            return Outcome.AUTOMATIC;
        }
        if (thread.isOver(clock.instant())) {
            return Outcome.EXPIRED;
        }
        if (mail.text().isBlank() && mail.attachments().isEmpty()) {
            return Outcome.EMPTY;
        }
        return admitting
                .refusal(thread.conversation(), mail.from())
                .orElseGet(() -> taken(thread, mail));
    }

    private Outcome taken(MailThread thread, IncomingMail mail) {
        if (!isFromVisitor(thread, mail)) {
            words.note(thread.conversation(), mail);
            return Outcome.NOTED;
        }
        try {
            saying.say(thread.conversation(), words.of(thread.conversation(), mail), mail.name());
        } catch (Conflict _) {
            return Outcome.REPEATED;
        }
        return Outcome.TAKEN;
    }

    private static boolean isFromVisitor(MailThread thread, IncomingMail mail) {
        return thread.email() != null
                && mail.from() != null
                && plain(thread.email()).equals(plain(mail.from()));
    }

    private static String plain(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

package io.taros.contact;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mail;
import io.taros.platform.mail.Mails;
import io.taros.platform.mail.Sender;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sends at least once; what was erased meanwhile not at all. The message waits for staff anyway.
 */
@Component
class TellingOfContact implements JobHandler<TellOfContact> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfContact.class);

    private final ContactMessages messages;
    private final Operator operator;
    private final Letters letters;
    private final Mails mails;
    private final MessageSource words;

    TellingOfContact(
            ContactMessages messages,
            Operator operator,
            Letters letters,
            Mails mails,
            MessageSource words) {
        this.messages = messages;
        this.operator = operator;
        this.letters = letters;
        this.mails = mails;
        this.words = words;
    }

    @Override
    public Class<TellOfContact> type() {
        return TellOfContact.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfContact job) {
        var mailbox = operator.mailbox();
        var message = messages.find(job.message());
        if (mailbox.isPresent() && message.isPresent() && message.get().toldAt() == null) {
            mails.send(mail(message.get(), mailbox.get()));
            messages.told(job.message());
        }
    }

    @Override
    public void exhausted(TellOfContact job, Throwable cause) {
        LOG.warn(
                "Contact message {} could not be sent to the operator: {}",
                job.message(),
                cause.getMessage());
    }

    /** Whoever answers it answers the one who wrote. */
    private Mail mail(ContactMessage message, String mailbox) {
        var language = Locale.forLanguageTag(message.language());
        var written =
                letters.seal(
                        "contact." + message.id(),
                        mailbox,
                        letters.letter(
                                Brand.OWN,
                                "contact.mail.",
                                language,
                                "/staff/messages/" + message.id(),
                                message.name(),
                                message.email(),
                                message.text()));
        var name = new Texts(words, language).get("contact.mail.sender", message.name());
        return new Mail(
                written.id(),
                written.to(),
                written.language(),
                written.subject(),
                written.text(),
                written.html(),
                null,
                new Sender(name, message.email(), false));
    }
}

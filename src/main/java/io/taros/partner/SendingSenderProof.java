package io.taros.partner;

import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. Each mail has a link of its own, and the newest is the one that works. */
@Component
class SendingSenderProof implements JobHandler<SendSenderProof> {
    private static final Logger LOG = LoggerFactory.getLogger(SendingSenderProof.class);

    private final PartnerSenders senders;
    private final Organizations organizations;
    private final Letters letters;
    private final Mails mails;

    SendingSenderProof(
            PartnerSenders senders, Organizations organizations, Letters letters, Mails mails) {
        this.senders = senders;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<SendSenderProof> type() {
        return SendSenderProof.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    /** The address may have been proven or changed meanwhile. */
    @Override
    public void handle(SendSenderProof job) {
        if (mails.isOn()) {
            senders.find().filter(PartnerSender::isWaiting).ifPresent(sender -> send(job, sender));
        }
    }

    @Override
    public void exhausted(SendSenderProof job, Throwable cause) {
        LOG.warn(
                "The proof of a sender of {} could not be sent: {}",
                job.organization(),
                cause.getMessage());
    }

    private void send(SendSenderProof job, PartnerSender sender) {
        var partner = organizations.get();
        var secret = senders.newLink();
        mails.send(
                letters.seal(
                        "sender." + job.wish() + "." + secret.substring(secret.length() - 4),
                        String.valueOf(sender.email()),
                        letters.letter(
                                "partner.sender.mail.",
                                Locale.forLanguageTag(partner.language()),
                                SenderController.path(job.organization(), secret),
                                partner.name(),
                                sender.name(),
                                PartnerSenders.VALID.toDays())));
    }
}

package io.taros.notification;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page. */
@Component
class TellingOfSilence implements JobHandler<TellOfSilence> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfSilence.class);

    private final Channels channels;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Letters letters;
    private final Mails mails;

    TellingOfSilence(
            Channels channels,
            Accounts accounts,
            Organizations organizations,
            Letters letters,
            Mails mails) {
        this.channels = channels;
        this.accounts = accounts;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOfSilence> type() {
        return TellOfSilence.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfSilence job) {
        if (mails.isOn()) {
            channels.find(job.channel())
                    .map(Channels.Open::channel)
                    .filter(Channel::isOff)
                    .ifPresent(channel ->
                            accounts.find(job.reader()).ifPresent(reader -> send(channel, reader)));
        }
    }

    @Override
    public void exhausted(TellOfSilence job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.reader(), cause.getMessage());
    }

    private void send(Channel channel, Account reader) {
        mails.send(
                letters.seal(
                        "channel-off." + channel.id() + "." + reader.id() + "." + channel.offAt(),
                        reader.email(),
                        letters.letter(
                                "notification.mail.off.",
                                Locale.forLanguageTag(reader.locale()),
                                "/settings/notifications/" + channel.id().value(),
                                channel.name(),
                                organizations.get().name())));
    }
}

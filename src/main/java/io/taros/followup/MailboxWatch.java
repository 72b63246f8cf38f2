package io.taros.followup;

import io.taros.platform.StartRefused;
import io.taros.platform.mail.MailRefused;
import io.taros.platform.mail.Mailbox;
import io.taros.platform.sql.OneAtATime;
import io.taros.platform.web.OverLimit;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks into the mailbox now and then; every node does, and one at a time. */
@Component
class MailboxWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);

    private final Mailbox mailbox;
    private final TakeMail take;
    private final OneAtATime turns;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("mailbox").factory());
    private boolean isFailing;

    MailboxWatch(InboundSettings settings, Mailbox mailbox, TakeMail take, OneAtATime turns) {
        if (mailbox.isOn() && settings.address() == null) {
            throw new StartRefused(
                    "taros.mail.inbound.imap.host is set, so taros.mail.inbound.address must be the address that answers are sent to.");
        }
        if (settings.address() != null && settings.secret() == null && !mailbox.isOn()) {
            throw new StartRefused(
                    "taros.mail.inbound.address is set, so answers need a way in: set taros.mail.inbound.imap.host or taros.mail.inbound.secret.");
        }
        this.mailbox = mailbox;
        this.take = take;
        this.turns = turns;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (mailbox.isOn()
                && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            var pause = mailbox.every().toMillis();
            timer.scheduleWithFixedDelay(this::attempt, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** One look; none where another node is at it. */
    void look() {
        turns.run(
                "mailbox",
                () -> {
                    mailbox.read(this::judge);
                    return true;
                });
    }

    private Mailbox.Verdict judge(byte[] raw) {
        try {
            return switch (take.take(raw)) {
                case TAKEN,
                        NOTED,
                        AUTOMATIC,
                        UNKNOWN,
                        EXPIRED,
                        RESTRICTED,
                        BLOCKED,
                        UNSERVED,
                        EMPTY,
                        REPEATED ->
                        Mailbox.Verdict.DONE;
                case NOT_OURS, UNREADABLE -> Mailbox.Verdict.NOT_OURS;
            };
        } catch (OverLimit _) {
            return Mailbox.Verdict.LATER;
        } catch (RuntimeException failed) {
            // Those behind it have done nothing.
            LOG.warn("A mail could not be taken, trying again later", failed);
            return Mailbox.Verdict.LATER;
        }
    }

    /** A timer whose task throws never runs again. What lasts is said once. */
    private void attempt() {
        try {
            look();
            isFailing = false;
        } catch (MailRefused refused) {
            if (!isFailing) {
                LOG.warn("Answers to mails are not read, trying again: {}", refused.getMessage());
            }
            isFailing = true;
        } catch (RuntimeException e) {
            LOG.warn("Reading the mailbox failed, trying again later", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}

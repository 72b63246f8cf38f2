package io.taros.followup;

import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Restrictions;
import io.taros.conversation.SeenByVisitor;
import io.taros.conversation.Transcripts;
import io.taros.organization.Standing;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Mails what has not reached a visitor. Each reply has a job of its own; that of the latest takes
 * all of them along, unless the first has waited too long.
 */
@Component
class SendingFollowUp implements JobHandler<SendFollowUp> {
    /** Whoever goes on writing keeps what was written first no longer than this. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SendingFollowUp.class);

    private final FollowUps followUps;
    private final MailThreads threads;
    private final Reading reading;
    private final FollowUpMails letters;
    private final Mails mails;
    private final InstantSource clock;

    SendingFollowUp(
            FollowUps followUps,
            MailThreads threads,
            Reading reading,
            FollowUpMails letters,
            Mails mails,
            InstantSource clock) {
        this.followUps = followUps;
        this.threads = threads;
        this.reading = reading;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    /** What may be read of a conversation in order to be mailed. */
    @Component
    record Reading(
            Conversations conversations,
            Transcripts transcripts,
            SeenByVisitor seen,
            Restrictions restrictions,
            Standing standing,
            Bots bots) {
        Optional<Transcripts.Transcript> find(Conversation.Id id) {
            return conversations.isThere(id) && !restrictions.isOn(id) && standing.isServed()
                    ? Optional.of(transcripts.get(id))
                    : Optional.empty();
        }
    }

    @Override
    public Class<SendFollowUp> type() {
        return SendFollowUp.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(SendFollowUp job) {
        if (mails.isOn()) {
            reading.find(job.conversation()).ifPresent(transcript -> follow(transcript, job));
        }
    }

    @Override
    public void exhausted(SendFollowUp job, Throwable cause) {
        LOG.warn(
                "Replies in conversation {} could not be mailed: {}",
                job.conversation(),
                cause.getMessage());
        threads.failed(job.conversation());
    }

    private void follow(Transcripts.Transcript transcript, SendFollowUp job) {
        var conversation = transcript.conversation();
        var email = followUps.addressOf(conversation.id());
        var thread = email.flatMap(_ -> threads.open(conversation.id()));
        if (thread.isEmpty() || thread.get().stoppedAt() != null) {
            return;
        }
        var unread =
                Unread.of(
                        transcript.messages(),
                        reading.seen().find(conversation.id()),
                        thread.get().mailedSequence());
        if (unread.isEmpty() || isForLater(unread, job)) {
            return;
        }
        var bot = reading.bots().get(conversation.botId());
        mails.send(letters.of(thread.get(), email.orElseThrow(), unread, conversation, bot));
        threads.sent(thread.get(), email.orElseThrow(), unread.place());
    }

    private boolean isForLater(Unread unread, SendFollowUp job) {
        return unread.personsPlace() > job.place()
                && unread.since().plus(LONGEST).isAfter(clock.instant());
    }
}

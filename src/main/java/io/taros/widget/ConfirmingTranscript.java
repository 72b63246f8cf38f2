package io.taros.widget;

import io.taros.bot.Bots;
import io.taros.conversation.Conversations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. Each mail has a link of its own, and the newest is the one that works. */
@Component
class ConfirmingTranscript implements JobHandler<ConfirmTranscript> {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmingTranscript.class);

    private final TranscriptRequests requests;
    private final Conversations conversations;
    private final Bots bots;
    private final Letters letters;
    private final Mails mails;

    ConfirmingTranscript(
            TranscriptRequests requests,
            Conversations conversations,
            Bots bots,
            Letters letters,
            Mails mails) {
        this.requests = requests;
        this.conversations = conversations;
        this.bots = bots;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<ConfirmTranscript> type() {
        return ConfirmTranscript.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(ConfirmTranscript job) {
        if (mails.isOn()) {
            requests.find(job.request())
                    .filter(request -> !request.isConfirmed())
                    .ifPresent(this::ask);
        }
    }

    @Override
    public void exhausted(ConfirmTranscript job, Throwable cause) {
        LOG.warn(
                "The reader of request {} could not be asked: {}",
                job.request(),
                cause.getMessage());
    }

    private void ask(TranscriptRequest request) {
        var conversation = conversations.get(request.conversation());
        var bot = bots.get(conversation.botId());
        var secret = requests.newLink(request.id());
        mails.send(
                letters.seal(
                        "transcript." + request.id() + "." + secret.substring(secret.length() - 4),
                        request.email(),
                        letters.letter(
                                "widget.mail.confirm.",
                                Locale.forLanguageTag(conversation.speaks()),
                                TranscriptLinkController.path(bot.publicKey(), secret),
                                bot.name())));
    }
}

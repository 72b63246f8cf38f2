package io.taros.widget;

import io.taros.bot.Bots;
import io.taros.conversation.Conversations;
import io.taros.conversation.Transcripts;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once; what was sent is no request any more. */
@Component
class SendingTranscript implements JobHandler<SendTranscript> {
    private static final Logger LOG = LoggerFactory.getLogger(SendingTranscript.class);

    private final TranscriptRequests requests;
    private final Conversations conversations;
    private final Transcripts transcripts;
    private final Bots bots;
    private final TranscriptMails letters;
    private final Mails mails;

    SendingTranscript(
            TranscriptRequests requests,
            Conversations conversations,
            Transcripts transcripts,
            Bots bots,
            TranscriptMails letters,
            Mails mails) {
        this.requests = requests;
        this.conversations = conversations;
        this.transcripts = transcripts;
        this.bots = bots;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<SendTranscript> type() {
        return SendTranscript.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    /** The chat may have been deleted meanwhile, and its requests with it. */
    @Override
    public void handle(SendTranscript job) {
        requests.find(job.request())
                .filter(TranscriptRequest::isConfirmed)
                .filter(request -> conversations.isThere(request.conversation()))
                .ifPresent(this::send);
    }

    @Override
    public void exhausted(SendTranscript job, Throwable cause) {
        LOG.warn("The chat of request {} could not be sent: {}", job.request(), cause.getMessage());
        requests.remove(job.request());
    }

    private void send(TranscriptRequest request) {
        if (mails.isOn()) {
            var transcript = transcripts.get(request.conversation());
            var bot = bots.get(transcript.conversation().botId());
            mails.send(letters.of(request, bot.name(), transcript));
        }
        requests.remove(request.id());
    }
}

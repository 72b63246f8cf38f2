package io.taros.nudge;

import io.taros.nudge.PushCarriers.Outcome;
import io.taros.platform.jobs.JobHandler;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What does not arrive is tried again for a quarter of an hour; after that it is no news. */
@Component
class SendingPush implements JobHandler<SendPush> {
    private final DeliverPush deliver;
    private final PushWords words;

    SendingPush(DeliverPush deliver, PushWords words) {
        this.deliver = deliver;
        this.words = words;
    }

    @Override
    public Class<SendPush> type() {
        return SendPush.class;
    }

    @Override
    public int attempts() {
        return 10;
    }

    @Override
    public int attemptsAfter(Throwable cause) {
        return cause instanceof Refused refused && !refused.isPassing ? 1 : attempts();
    }

    @Override
    public void handle(SendPush job) throws IOException {
        var outcome = deliver.deliver(job.device(), reader -> words.of(job, reader));
        if (outcome.orElse(null) instanceof Outcome.Failed(var problem, var isPassing)) {
            throw new Refused(problem, isPassing);
        }
    }

    private static final class Refused extends IOException {
        private final boolean isPassing;

        Refused(String problem, boolean isPassing) {
            super("Not taken: " + problem);
            this.isPassing = isPassing;
        }
    }
}

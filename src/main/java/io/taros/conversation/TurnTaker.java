package io.taros.conversation;

import io.taros.answering.Answering;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers visitors. The node that accepted a message begins at once, on a thread of its own, so
 * that a chat never queues behind a crawl; {@link TakeTurn} does the same later if that came to
 * nothing. Whoever comes takes the pending turns of the conversation one after the other, oldest
 * first, and is told before leaving whether more wait: posting and closing both hold the
 * conversation, so that a turn posted meanwhile is either seen here or found free by those who come
 * for it.
 */
@Component
class TurnTaker implements JobHandler<TakeTurn> {
    private static final Logger LOG = LoggerFactory.getLogger(TurnTaker.class);

    /** What is shown of answers in the making leaves most connections to what is kept. */
    private static final int WRITERS = 4;

    private static final int RENEWED_EVERY_SECONDS = 3;

    private final Turns turns;
    private final Questions questions;
    private final Answering answering;
    private final CallingPeople callingPeople;
    private final Replies replies;
    private final Jobs jobs;
    private final Places places = new Places();
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("turn-", 1).factory());
    private final ExecutorService writers =
            Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().name("shows-", 1).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("turn-timer").factory());

    TurnTaker(
            Turns turns,
            Questions questions,
            Answering answering,
            CallingPeople callingPeople,
            Replies replies,
            Jobs jobs) {
        this.callingPeople = callingPeople;
        this.turns = turns;
        this.questions = questions;
        this.answering = answering;
        this.replies = replies;
        this.jobs = jobs;
    }

    /** Once the message is stored. Failing here is no loss: the job comes later. */
    void begin(Conversation.Id conversation) {
        var organization = Tenancy.organization();
        workers.execute(() ->
                Tenancy.runAs(
                        organization,
                        () -> {
                            try {
                                takePending(conversation);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException e) {
                                LOG.warn(
                                        "Answering in conversation {} failed and will be tried again",
                                        conversation.value(),
                                        e);
                            }
                        }));
    }

    @Override
    public Class<TakeTurn> type() {
        return TakeTurn.class;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void handle(TakeTurn job) throws InterruptedException {
        takePending(job.conversation());
        lookAgain(job);
    }

    /** The visitor waits for a word, so the last attempt is followed by an honest one. */
    @Override
    public void exhausted(TakeTurn job, Throwable cause) {
        turns.takeOldest(job.conversation())
                .ifPresent(held -> {
                    var visit = questions.visitOf(job.conversation());
                    var apology = Reply.failed(replies.apology(visit.speaks()));
                    replies.close(held, apology, java.util.List.of(), visit);
                });
        lookAgain(job);
    }

    private void lookAgain(TakeTurn job) {
        turns.freeAt(job.conversation()).ifPresent(free -> jobs.enqueueAt(job.again(), free));
    }

    private void takePending(Conversation.Id conversation) throws InterruptedException {
        places.enter();
        try {
            var mayMoreBePending = true;
            while (mayMoreBePending) {
                var taken = questions.take(conversation);
                mayMoreBePending = taken.isPresent() && answer(taken.get());
            }
        } finally {
            places.leave();
        }
    }

    /** Whether another turn may be waiting. */
    private boolean answer(Questions.Taken taken) {
        var turn = taken.turn();
        var organization = Tenancy.organization();
        var renewal =
                timer.scheduleAtFixedRate(
                        () ->
                                workers.execute(
                                        () -> Tenancy.runAs(organization, () -> turns.renew(turn))),
                        RENEWED_EVERY_SECONDS,
                        RENEWED_EVERY_SECONDS,
                        TimeUnit.SECONDS);
        var isClosed = false;
        try {
            var asked = questions.open(taken);
            var live =
                    new LiveAnswer(
                            turn.messageId(),
                            data -> Tenancy.runAs(organization, () -> replies.show(turn, data)),
                            timer,
                            writers,
                            places);
            var reply = callingPeople.reply(asked, () -> answering.answer(asked.question(), live));
            var closed = replies.close(turn, reply, live.end(), asked.visit());
            isClosed = true;
            return closed.map(Turns.Closed::isMorePending).orElse(true);
        } finally {
            renewal.cancel(false);
            if (!isClosed) {
                turns.release(turn);
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        timer.shutdownNow();
        writers.shutdownNow();
        workers.shutdownNow();
        workers.awaitTermination(5, TimeUnit.SECONDS);
    }
}

package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.Eventually;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveAnswerTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<List<FeedData>> written = new ArrayList<>();
    private final ArrayDeque<Runnable> asked = new ArrayDeque<>();
    private final LiveAnswer answer =
            new LiveAnswer(
                    new Message.Id(UUID.randomUUID()),
                    written::add,
                    timer,
                    this::writeLater,
                    new Places());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void asksOnceForAWriterAndGivesItAllWordsThatCameMeanwhile() {
        answer.delta("One ");
        Eventually.eventually(() -> assertThat(waiting()).isEqualTo(1));
        answer.delta("two ");
        answer.delta("three");

        write();

        assertThat(written).hasSize(1);
        assertThat(written.getFirst())
                .singleElement()
                .extracting("text")
                .isEqualTo("One two three");
        assertThat(waiting()).isZero();
    }

    @Test
    void leavesWhatNoWriterCameForToTheEnd() {
        answer.delta("One ");
        Eventually.eventually(() -> assertThat(waiting()).isEqualTo(1));
        answer.delta("two");

        assertThat(answer.end()).singleElement().extracting("text").isEqualTo("One two");
        write();
        answer.delta("three");

        assertThat(written).isEmpty();
    }

    private synchronized void writeLater(Runnable work) {
        asked.add(work);
    }

    private synchronized int waiting() {
        return asked.size();
    }

    private void write() {
        Runnable next;
        synchronized (this) {
            next = asked.remove();
        }
        next.run();
    }
}

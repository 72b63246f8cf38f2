package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.conversation.Conversation;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many files at once are a few after the other, of each and of nobody else. */
class FileTurnsTest {
    private final FileTurns turns = new FileTurns();

    private static Conversation.Id conversation(int number) {
        return new Conversation.Id(new UUID(0, number));
    }

    @ParameterizedTest
    @CsvSource({"1, here, 1, there", "1, here, 2, there"})
    void oneConversationBringsOneAtATime(int one, String address, int other, String otherAddress)
            throws Exception {
        try (var _ = turns.bring(conversation(one), address)) {
            var next = later(() -> turns.bring(conversation(other), otherAddress));
            assertThat(isHadAtOnce(next)).isEqualTo(one != other);
        }
    }

    @Test
    void oneAddressLooksAtFewAtATime() throws Exception {
        for (var file = 0; file < 3; file++) {
            turns.read("here");
        }
        var fourth = turns.read("here");

        var fifth = later(() -> turns.read("here"));

        assertThat(isHadAtOnce(fifth)).isFalse();
        assertThat(isHadAtOnce(later(() -> turns.read("there")))).isTrue();
        fourth.close();
        assertThat(fifth.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    private static CompletableFuture<FileTurns.Turn> later(Supplier<FileTurns.Turn> turn) {
        return CompletableFuture.supplyAsync(turn, Executors.newVirtualThreadPerTaskExecutor());
    }

    private static boolean isHadAtOnce(CompletableFuture<FileTurns.Turn> turn) throws Exception {
        Thread.sleep(200);
        return turn.isDone();
    }
}

package io.taros.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Answer;
import io.taros.bot.Bot;
import io.taros.conversation.TurnClosed;
import io.taros.conversation.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P-07: how long somebody talked with a bot. */
class SessionTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Session session(Instant before, Instant asked, Instant replied) {
        return Session.of(
                new TurnClosed(
                        new Bot.Id(UUID.randomUUID()),
                        Answer.Decision.ANSWER,
                        Answer.Why.RELIABLE,
                        0.8,
                        asked,
                        replied,
                        before,
                        new Visit("da", "da", null, "/prices")));
    }

    @Test
    void beginsWithTheFirstQuestion() {
        var session = session(null, NOON, NOON.plusSeconds(4));

        assertThat(session.isFirst()).isTrue();
        assertThat(session.spoken()).isEqualTo(Duration.ofSeconds(4));
        assertThat(session.day()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void goesOnFromReplyToReply() {
        var session = session(NOON, NOON.plusSeconds(50), NOON.plusSeconds(55));

        assertThat(session.isFirst()).isFalse();
        assertThat(session.spoken()).isEqualTo(Duration.ofSeconds(55));
    }

    @Test
    void leavesOutALongPause() {
        var back = NOON.plus(Duration.ofHours(3));

        var session = session(NOON, back, back.plusSeconds(5));

        assertThat(session.isFirst()).isFalse();
        assertThat(session.spoken()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void countsAConversationOnEachOfItsDays() {
        var midnight = Instant.parse("2026-11-24T00:00:00Z");

        var session =
                session(
                        midnight.minusSeconds(10),
                        midnight.minusSeconds(1),
                        midnight.plusSeconds(2));

        assertThat(session.isFirst()).isTrue();
        assertThat(session.day()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(session.spoken()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void isNeverNegativeNorEndless() {
        assertThat(session(NOON, NOON.plusSeconds(9), NOON.minusSeconds(1)).spoken()).isZero();
        assertThat(session(null, NOON, NOON.plus(Duration.ofDays(2))).spoken())
                .isEqualTo(Session.PAUSE);
    }
}

package io.taros.golden;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.UUID;

/** A question with a known right answer, that a bot is asked again and again. */
public record GoldenQuestion(
        GoldenQuestion.Id id, Bot.Id bot, NewGoldenQuestion content, Instant createdAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public String question() {
        return content.question();
    }

    public Expectation expectation() {
        return content.expectation();
    }
}

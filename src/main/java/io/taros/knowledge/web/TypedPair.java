package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.knowledge.NewSource;
import io.taros.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A pair as somebody typed it, other ways to ask one a line. */
record TypedPair(PairRow.Words words) {
    static TypedPair of(
            @Nullable String question, @Nullable String wordings, @Nullable String answer) {
        return new TypedPair(new PairRow.Words(text(question), text(wordings), text(answer)));
    }

    FormErrors missing() {
        return FormErrors.NONE
                .required("question", words.question())
                .required("answer", words.answer());
    }

    NewSource.Qa pair(Bot.Id bot) {
        var wordings =
                words.wordings()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return new NewSource.Qa(bot, words.question(), wordings, words.answer());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

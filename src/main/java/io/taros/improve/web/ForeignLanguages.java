package io.taros.improve.web;

import io.taros.bot.Bot;
import io.taros.conversation.ForeignQuestions;
import io.taros.knowledge.Documents;
import io.taros.search.Languages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells an owner whose visitors write other languages than the bot was taught in. */
@Component
class ForeignLanguages {
    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final int MOST = 3;

    private final ForeignQuestions questions;
    private final Documents documents;
    private final InstantSource clock;

    ForeignLanguages(ForeignQuestions questions, Documents documents, InstantSource clock) {
        this.questions = questions;
        this.documents = documents;
        this.clock = clock;
    }

    /** Asked in most often first; nothing of what the bot was taught in meanwhile. */
    List<UnansweredPage.Foreign> of(Bot.Id bot) {
        var asked = questions.list(bot, clock.instant().minus(LOOKED_AT));
        if (asked.isEmpty()) {
            return List.of();
        }
        var taught = documents.languages(bot, MOST);
        return asked.stream()
                .filter(one -> !taught.contains(Languages.code(one.language())))
                .limit(MOST)
                .map(one -> new UnansweredPage.Foreign(one.language(), one.times(), taught))
                .toList();
    }
}

package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.golden.Proposal.Origin;
import io.taros.knowledge.SourceQuestions;
import io.taros.knowledge.SourceQuestions.Asked;
import io.taros.platform.web.BadInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a bot could be held to, taken word for word from what it was taught. Nothing is written down
 * before a person has chosen it.
 */
@Component
public class Proposals {
    /** What fits on a page; the rest follows once some of these are on the list. */
    public static final int SHOWN = 100;

    private final GoldenQuestions questions;
    private final SourceQuestions sources;

    Proposals(GoldenQuestions questions, SourceQuestions sources) {
        this.questions = questions;
        this.sources = sources;
    }

    /** Without what the bot is held to already. */
    public List<Proposal> list(Bot.Id bot) {
        var known =
                questions.list(bot).stream()
                        .map(question -> question.content().plain())
                        .collect(Collectors.toCollection(HashSet::new));
        return Stream.concat(
                        sources.pairs(bot, GoldenQuestions.MAX_QUESTIONS + SHOWN).stream()
                                .filter(Proposals::fits)
                                .map(asked -> proposal(Origin.PAIR, asked)),
                        sources.headings(bot).stream()
                                .filter(Proposals::fits)
                                .map(asked -> proposal(Origin.HEADING, asked)))
                .filter(proposal -> known.add(proposal.content().plain()))
                .limit(SHOWN)
                .toList();
    }

    /** All that were chosen or, if one of them is no longer proposed, none. */
    public void add(Bot.Id bot, Set<String> chosen) {
        if (chosen.isEmpty()) {
            throw new BadInput("chosen", "golden.input.chosen");
        }
        var contents =
                list(bot).stream()
                        .filter(proposal -> chosen.contains(proposal.key()))
                        .map(Proposal::content)
                        .toList();
        if (contents.size() < chosen.size()) {
            throw new BadInput("chosen", "golden.input.chosen-gone");
        }
        questions.addChosen(bot, contents);
    }

    private static Proposal proposal(Origin origin, Asked asked) {
        var answer = asked.answer();
        return Proposal.of(
                origin,
                new NewGoldenQuestion(
                        asked.question(),
                        new Expectation(
                                Expectation.Kind.ANSWER,
                                answer == null ? List.of() : Figures.in(answer),
                                List.of(),
                                name(asked))));
    }

    /** What tells the source from others: its address where it has one. */
    private static String name(Asked asked) {
        var url = asked.url();
        return url == null ? asked.title() : url;
    }

    private static boolean fits(Asked asked) {
        return !asked.question().isBlank()
                && asked.question().strip().length() <= NewGoldenQuestion.MAX_QUESTION
                && name(asked).length() <= Expectation.MAX_SOURCE;
    }
}

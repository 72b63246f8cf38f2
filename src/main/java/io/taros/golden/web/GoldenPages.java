package io.taros.golden.web;

import io.taros.answering.JudgedAnswers;
import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.golden.GoldenQuestion;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.GoldenResult;
import io.taros.golden.GoldenRuns;
import io.taros.golden.Nights;
import io.taros.golden.web.GoldenPage.Dialogs;
import io.taros.golden.web.GoldenPage.Row;
import io.taros.golden.web.RunReport.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts golden questions on their page. */
@Component
class GoldenPages {
    private static final int PAGE = 50;

    private final GoldenQuestions questions;
    private final GoldenRuns runs;
    private final RunReports reports;
    private final Nights nights;
    private final JudgedAnswers judged;
    private final CurrentBot current;

    GoldenPages(
            GoldenQuestions questions,
            GoldenRuns runs,
            RunReports reports,
            Nights nights,
            JudgedAnswers judged,
            CurrentBot current) {
        this.questions = questions;
        this.runs = runs;
        this.reports = reports;
        this.nights = nights;
        this.judged = judged;
        this.current = current;
    }

    GoldenPage page(Bot bot, @Nullable String cursor, Dialogs dialogs, Locale locale) {
        var latest = runs.latest(bot.id());
        var verdicts =
                latest.map(run -> verdicts(runs.results(run)))
                        .orElse(Map.<GoldenQuestion.Id, GoldenResult.Verdict>of());
        var found =
                questions.list(bot.id()).stream()
                        .filter(question -> isAfter(question, cursor))
                        .limit(PAGE + 1L)
                        .toList();
        return new GoldenPage(
                current.pick(bot),
                latest.map(run -> reports.of(run, Place.ON_ITS_PAGE, locale)).orElse(null),
                found.stream().limit(PAGE).map(question -> row(question, verdicts)).toList(),
                found.size() > PAGE ? found.get(PAGE - 1).id().value().toString() : null,
                nights.find(bot.id()).orElse(null),
                judged.of(bot.id()).judged(),
                dialogs);
    }

    private static boolean isAfter(GoldenQuestion question, @Nullable String cursor) {
        return cursor == null || question.id().value().toString().compareTo(cursor) > 0;
    }

    private static Row row(
            GoldenQuestion question, Map<GoldenQuestion.Id, GoldenResult.Verdict> verdicts) {
        return new Row(
                question.id().value(),
                question.question(),
                question.expectation(),
                verdicts.get(question.id()));
    }

    private static Map<GoldenQuestion.Id, GoldenResult.Verdict> verdicts(
            List<GoldenResult> results) {
        return results.stream()
                .collect(Collectors.toMap(GoldenResult::question, GoldenResult::verdict));
    }
}

package io.taros.golden.web;

import io.taros.answering.Answer;
import io.taros.answering.Reliabilities;
import io.taros.answering.Reliability;
import io.taros.golden.Change;
import io.taros.golden.GivenAnswer;
import io.taros.golden.GoldenResult;
import io.taros.golden.GoldenRun;
import io.taros.golden.GoldenRuns;
import io.taros.golden.web.RunReport.Changed;
import io.taros.golden.web.RunReport.Failing;
import io.taros.golden.web.RunReport.Place;
import io.taros.golden.web.RunReport.Shown;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Puts runs on pages. */
@NamedInterface("report")
@Component
public class RunReports {
    private final GoldenRuns runs;
    private final Reliabilities reliabilities;
    private final MessageSource messages;

    RunReports(GoldenRuns runs, Reliabilities reliabilities, MessageSource messages) {
        this.runs = runs;
        this.reliabilities = reliabilities;
        this.messages = messages;
    }

    /** By itself a run tells no more than how far it is; how it went is for its page. */
    public RunReport of(GoldenRun run, Place place, Locale locale) {
        if (!run.isFinished() || place == Place.BY_ITSELF) {
            return new RunReport(run, place, List.of(), null, List.of());
        }
        var before = runs.before(run);
        var changes = before.map(earlier -> runs.changes(earlier, run)).orElse(List.of());
        return new RunReport(
                run,
                place,
                failing(runs.results(run), changes, locale),
                before.map(GoldenRun::finishedAt).orElse(null),
                changes.stream().map(change -> changed(change, locale)).toList());
    }

    private List<Failing> failing(List<GoldenResult> results, List<Change> changes, Locale locale) {
        var passedBefore =
                changes.stream()
                        .filter(change -> change.before().passed())
                        .map(change -> change.now().question())
                        .collect(Collectors.toSet());
        return results.stream()
                .filter(GoldenResult::failed)
                .map(result -> failing(result, passedBefore.contains(result.question()), locale))
                .toList();
    }

    private Failing failing(GoldenResult result, boolean isNew, Locale locale) {
        return new Failing(
                result.question().value(),
                result.asked().question(),
                reasons(result, locale),
                shown(result.answer(), locale),
                isNew);
    }

    private Changed changed(Change change, Locale locale) {
        return new Changed(
                change.now().asked().question(),
                change.before().verdict(),
                shown(change.before().answer(), locale),
                change.now().verdict(),
                shown(change.now().answer(), locale),
                Set.copyOf(change.what()));
    }

    private List<String> reasons(GoldenResult result, Locale locale) {
        var texts = new Texts(messages, locale);
        return result.failures().stream().map(failure -> Reason.sentence(failure, texts)).toList();
    }

    private @Nullable Shown shown(@Nullable GivenAnswer answer, Locale locale) {
        if (answer == null) {
            return null;
        }
        var claims = answer.outcome() != Answer.Outcome.HANDOVER;
        return new Shown(
                answer.outcome(),
                answer.text(),
                answer.language(),
                claims
                        ? reliabilities.bar(new Reliability(answer.score(), List.of()), locale)
                        : null,
                answer.sources().stream().map(RunReports::quote).toList(),
                answer.choices());
    }

    /** What has no page of its own is read where it was kept. */
    private static SourceQuote quote(GivenAnswer.Source source) {
        return SourceQuote.of(
                source.number(),
                source.title(),
                source.url() == null ? "/knowledge/documents/" + source.documentId() : source.url(),
                source.quote());
    }
}

package io.taros.golden.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taros.golden.Failure;
import io.taros.golden.GivenAnswer;
import io.taros.golden.GoldenResult;
import io.taros.platform.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it went, as it is printed: the same fields as over REST, as far as there are any. */
record Verdict(int total, int passed, int failed, List<Judged> results) {
    private static final int SOME_FAILED = 1;

    record Judged(
            String question,
            String expectation,
            boolean passed,
            List<Why> failures,
            @JsonInclude @Nullable Given answer) {}

    record Why(String code, @JsonInclude @Nullable String subject, String sentence) {
        static Why of(Failure failure, Texts texts) {
            var subject = failure.subject();
            return new Why(
                    failure.kind().word(),
                    subject,
                    texts.get(failure.messageKey(), subject == null ? "" : subject));
        }
    }

    record Given(String outcome, String text, double score, List<Cited> sources) {
        static Given of(GivenAnswer answer) {
            return new Given(
                    answer.outcome().word(),
                    answer.text(),
                    answer.score(),
                    answer.sources().stream().map(Cited::of).toList());
        }
    }

    record Cited(String title, @JsonInclude @Nullable String url, String quote) {
        static Cited of(GivenAnswer.Source source) {
            return new Cited(source.title(), source.url(), source.quote());
        }
    }

    static Verdict of(List<GoldenResult> results, Texts texts) {
        var judged = results.stream().map(result -> judged(result, texts)).toList();
        var passed = (int) judged.stream().filter(Judged::passed).count();
        return new Verdict(judged.size(), passed, judged.size() - passed, judged);
    }

    /** What failed and why, for people; how many passed beside it, for none to mistake for that. */
    void print() {
        for (var judged : results) {
            if (!judged.passed()) {
                System.out.println(judged.question());
                judged.failures().forEach(why -> System.out.println("  " + why.sentence()));
            }
        }
        System.err.println("%d of %d passed".formatted(passed, total));
    }

    int exitCode() {
        return failed == 0 ? 0 : SOME_FAILED;
    }

    private static Judged judged(GoldenResult result, Texts texts) {
        var answer = result.answer();
        return new Judged(
                result.asked().question(),
                result.asked().expectation().kind().word(),
                result.passed(),
                result.failures().stream().map(failure -> Why.of(failure, texts)).toList(),
                answer == null ? null : Given.of(answer));
    }
}

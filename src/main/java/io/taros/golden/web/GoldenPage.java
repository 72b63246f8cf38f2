package io.taros.golden.web;

import io.taros.golden.Expectation;
import io.taros.golden.GoldenResult;
import io.taros.golden.Night;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Test: the questions a bot is held to and how it did when they were last asked.
 *
 * @param report none before the first run
 * @param night none where it is not asked at night
 * @param judged how many answers of the bot its scores are calibrated with
 */
public record GoldenPage(
        BotPick pick,
        @Nullable RunReport report,
        List<Row> questions,
        @Nullable String next,
        @Nullable Night night,
        int judged,
        Dialogs dialogs)
        implements View {
    public GoldenPage {
        questions = List.copyOf(questions);
    }

    /**
     * @param verdict of the last run; none if it was not part of it
     */
    public record Row(
            UUID id,
            String question,
            Expectation expectation,
            GoldenResult.@Nullable Verdict verdict) {}

    /** What stands open over the page. */
    public enum Open {
        NOTHING,
        ADD,
        IMPORT
    }

    /**
     * @param file what is wrong with the file
     */
    public record Dialogs(Open open, GoldenDraft draft, FormErrors file) {
        static final Dialogs NONE = open(Open.NOTHING);

        public static Dialogs open(Open open) {
            return new Dialogs(open, GoldenDraft.EMPTY, FormErrors.NONE);
        }

        public static Dialogs add(GoldenDraft draft) {
            return new Dialogs(Open.ADD, draft, FormErrors.NONE);
        }

        public static Dialogs file(FormErrors errors) {
            return new Dialogs(Open.IMPORT, GoldenDraft.EMPTY, errors);
        }

        public boolean isOpen(Open dialog) {
            return open == dialog;
        }
    }

    public boolean isRunning() {
        return report != null && !report.run().isFinished();
    }

    @Override
    public String template() {
        return "golden/golden";
    }

    @Override
    public HttpStatus status() {
        return dialogs.draft().errors().isEmpty() && dialogs.file().isEmpty()
                ? HttpStatus.OK
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

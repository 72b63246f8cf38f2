package io.taros.privacy.web;

import io.taros.platform.retention.Ending;
import io.taros.platform.retention.Term;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Settings: how long things are kept.
 *
 * @param forms what the organization decides about
 * @param fixed what it does not
 * @param receipts what went lately, the newest first
 * @param isAnythingHeld whether something stays though its time is over
 */
public record RetentionPage(
        List<Form> forms,
        List<Fixed> fixed,
        List<Receipt> receipts,
        boolean isAnythingHeld,
        FormErrors errors)
        implements View {
    /**
     * Posts {@code days}, {@code reason} and {@code ending} to {@code /settings/retention/{rule}}.
     *
     * @param days as chosen, or as somebody typed it
     * @param endings what can be chosen
     * @param ending as chosen, or as somebody sent it
     * @param due how many the next run removes as things are
     * @param isRefused whether this is what the errors are about
     */
    public record Form(
            String rule,
            Term term,
            String days,
            String reason,
            List<Ending> endings,
            String ending,
            long due,
            boolean isRefused) {
        public Form {
            endings = List.copyOf(endings);
        }

        public long least() {
            return term.least().toDays();
        }

        /** More days than this need a reason. */
        public long unexplained() {
            return term.unexplained().toDays();
        }

        public long most() {
            return term.most().toDays();
        }

        public boolean mayNeedReason() {
            return unexplained() < most();
        }
    }

    /** What is kept equally long everywhere. */
    public record Fixed(String rule, Duration kept) {
        public boolean isInDays() {
            return kept.toDays() > 0;
        }
    }

    /**
     * @param seq the entry of the audit log that proves it
     */
    public record Receipt(long seq, Instant at, String rule, boolean isAnonymised, long rows) {}

    public RetentionPage {
        forms = List.copyOf(forms);
        fixed = List.copyOf(fixed);
        receipts = List.copyOf(receipts);
    }

    @Override
    public String template() {
        return "privacy/retention";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

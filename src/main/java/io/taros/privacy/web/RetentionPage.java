package io.taros.privacy.web;

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
     * Posts {@code days} and {@code reason} to {@code /settings/retention/{rule}}.
     *
     * @param days as chosen, or as somebody typed it
     * @param least days that can be chosen
     * @param unexplained more days than this need a reason
     * @param most days that can be chosen
     * @param due how many the next run removes as things are
     */
    public record Form(
            String rule,
            String days,
            String reason,
            long least,
            long unexplained,
            long most,
            long due) {}

    /** What is kept equally long everywhere. */
    public record Fixed(String rule, Duration kept) {
        public boolean isInDays() {
            return kept.toDays() > 0;
        }
    }

    /**
     * @param seq the entry of the audit log that proves it
     */
    public record Receipt(long seq, Instant at, String rule, long rows) {}

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

package io.taros.knowledge.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The line in which a new pair is written, and the pair that was written in it last.
 *
 * @param rights ticked before, for this line and those that follow it
 */
public record NewPair(
        UUID bot,
        Openness openness,
        PairRow.Words words,
        boolean rights,
        FormErrors errors,
        @Nullable PairRow added)
        implements View {
    private static final PairRow.Words NOTHING = new PairRow.Words("", "", "");

    public enum Openness {
        OPEN,
        CLOSED
    }

    public static NewPair empty(UUID bot, Openness openness) {
        return new NewPair(bot, openness, NOTHING, false, FormErrors.NONE, null);
    }

    static NewPair after(PairRow added) {
        return new NewPair(added.bot(), Openness.OPEN, NOTHING, true, FormErrors.NONE, added);
    }

    public boolean isOpen() {
        return openness == Openness.OPEN;
    }

    @Override
    public String template() {
        return "knowledge/new-pair";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

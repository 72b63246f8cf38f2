package io.taros.golden.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whether a bot is asked every night, and who hears of it.
 *
 * @param zone whose clock the time goes by
 * @param nextAt none while it is not asked at night
 * @param isTold whether the reader gets a mail
 */
public record NightPage(
        BotPick pick, Draft draft, String zone, @Nullable Instant nextAt, Mailing mailing)
        implements View {
    /** Whether there is mail at all. */
    public enum Mailing {
        ON,
        OFF
    }

    public record Draft(boolean isNightly, String time, boolean isTold, FormErrors errors) {}

    @Override
    public String template() {
        return "golden/night";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

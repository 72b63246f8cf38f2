package io.taros.widget.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * How a website tells the bot who its visitors are.
 *
 * @param fresh a new secret, in the only answer that ever shows it
 */
public record IdentityPage(
        BotPick pick,
        List<Secret> secrets,
        boolean isRequired,
        @Nullable String fresh,
        FormErrors errors)
        implements View {
    public record Secret(UUID id, String end, Instant since) {}

    public IdentityPage {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String template() {
        return "widget/identity";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

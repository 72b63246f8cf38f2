package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code name}, {@code language}, {@code timeZone} and {@code theme} to {@code /account},
 * {@code email} to {@code /account/address} and {@code news} to {@code /account/news}.
 *
 * @param waitingFor an address that was asked for and not confirmed yet
 * @param isMailSent whether this installation sends mail
 */
public record ProfilePage(
        Person person,
        List<String> timeZones,
        @Nullable String waitingFor,
        boolean wantsNews,
        boolean isMailSent,
        FormErrors errors)
        implements View {
    /**
     * @param timeZone empty for the organization's
     * @param theme empty for the system's
     */
    public record Person(
            String name, String email, String language, String timeZone, String theme) {}

    public ProfilePage {
        timeZones = List.copyOf(timeZones);
    }

    @Override
    public String template() {
        return "account/profile";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

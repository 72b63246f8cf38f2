package io.taros.golden.web;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.golden.Night;
import io.taros.golden.Nights;
import io.taros.golden.Notices;
import io.taros.golden.web.NightPage.Draft;
import io.taros.golden.web.NightPage.Mailing;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/test/golden-questions/nights")
class NightController {
    /** When hardly anybody asks. */
    private static final String USUAL = "03:00";

    record Form(
            @Nullable UUID bot,
            @Nullable Boolean nightly,
            @Nullable String time,
            @Nullable Boolean told) {
        boolean isNightly() {
            return Boolean.TRUE.equals(nightly);
        }

        boolean isTold() {
            return Boolean.TRUE.equals(told);
        }

        LocalTime at() {
            try {
                return LocalTime.parse(time == null ? "" : time).truncatedTo(ChronoUnit.MINUTES);
            } catch (DateTimeException none) {
                throw new BadInput("time", "golden.input.time");
            }
        }
    }

    private final Nights nights;
    private final Notices notices;
    private final Mails mails;
    private final CurrentBot current;

    NightController(Nights nights, Notices notices, Mails mails, CurrentBot current) {
        this.nights = nights;
        this.notices = notices;
        this.mails = mails;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.GOLDEN_WRITE)
    NightPage page(
            @RequestParam(required = false) @Nullable UUID bot, Caller caller, Locale locale) {
        var asked = current.of(bot);
        var night = nights.find(asked.id());
        return page(
                asked,
                new Draft(
                        night.isPresent(),
                        night.map(Night::time).map(LocalTime::toString).orElse(USUAL),
                        notices.isToldTo(account(caller), asked.id()),
                        FormErrors.NONE),
                locale);
    }

    @PostMapping
    @Requires(Permission.GOLDEN_WRITE)
    View save(Form form, Caller caller, Locale locale) {
        var asked = current.of(form.bot());
        try {
            if (form.isNightly()) {
                nights.set(asked.id(), form.at());
            } else {
                nights.end(asked.id());
            }
        } catch (BadInput refused) {
            var time = form.time() == null ? "" : form.time();
            var again = new Draft(form.isNightly(), time, form.isTold(), FormErrors.of(refused));
            return page(asked, again, locale);
        }
        notices.set(account(caller), form.isTold());
        return new Redirect("/test/golden-questions?bot=" + asked.id().value());
    }

    private NightPage page(Bot bot, Draft draft, Locale locale) {
        return new NightPage(
                current.pick(bot),
                draft,
                name(nights.zone(), locale),
                nights.find(bot.id()).map(Night::nextAt).orElse(null),
                mails.isOn() ? Mailing.ON : Mailing.OFF);
    }

    private static String name(ZoneId zone, Locale locale) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.FULL, locale);
    }

    private static Account.Id account(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}

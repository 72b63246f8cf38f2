package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A day in a mail: in the language of its reader, by the clock that pages go by for them. */
@Component
class MailDays {
    private final Accounts accounts;

    MailDays(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param zone of the organization, where the reader chose none
     */
    String of(Instant at, Account reader, Optional<ZoneId> zone) {
        var clock =
                accounts.findReader(reader.id())
                        .flatMap(own -> Optional.ofNullable(own.timeZone()))
                        .or(() -> zone)
                        .orElse(ZoneOffset.UTC);
        return Dates.day(LocalDate.ofInstant(at, clock), Locale.forLanguageTag(reader.locale()));
    }
}

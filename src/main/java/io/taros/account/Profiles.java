package io.taros.account;

import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be shown things. */
@Repository
class Profiles {
    /**
     * @param locale the language of pages and mails
     * @param timeZone the organization's where absent
     * @param theme the system's where absent
     */
    record Profile(String name, String locale, @Nullable String timeZone, @Nullable String theme) {
        private static final Duration KEPT = Duration.ofDays(365);

        static Profile of(String name, String locale, String timeZone, String theme) {
            if (!List.of("en", "da").contains(locale)) {
                throw new BadInput("language", "account.input.language");
            }
            if (!timeZone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw new BadInput("timeZone", "account.input.time-zone");
            }
            var isTheme = List.of("LIGHT", "DARK").contains(theme);
            return new Profile(
                    NewAccount.name(name),
                    locale,
                    timeZone.isEmpty() ? null : timeZone,
                    isTheme ? theme : null);
        }

        /** Cookies, so that the first byte of a page has the right language and colours. */
        void remember(HttpServletResponse response) {
            cookie(response, "taros-language", locale);
            cookie(
                    response,
                    "taros-theme",
                    theme == null ? "system" : theme.toLowerCase(Locale.ROOT));
        }

        private static void cookie(HttpServletResponse response, String name, String value) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(name, value)
                            .path("/")
                            .sameSite("Lax")
                            .maxAge(KEPT)
                            .build()
                            .toString());
        }
    }

    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Profile get(Account.Id account) {
        return jdbc.sql("select name, locale, time_zone, theme from account where id = :id")
                .param("id", account)
                .query(Profile.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    void replace(Account.Id account, Profile profile) {
        jdbc.sql(
                        """
                        update account set name = :name, locale = :locale, time_zone = :timeZone, theme = :theme
                        where id = :id
                        """)
                .param("id", account)
                .param("name", profile.name())
                .param("locale", profile.locale())
                .param("timeZone", profile.timeZone())
                .param("theme", profile.theme())
                .update();
    }
}

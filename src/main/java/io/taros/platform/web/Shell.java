package io.taros.platform.web;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page knows: who is signed in, in which language, and what a form or
 * script needs to be accepted.
 *
 * @param path the requested path, to mark the open door
 * @param csrf made when asked for: it needs a session, and a page without a form shall start none
 * @param nonce for the content security policy
 * @param guest as what the reader works here without being a member; absent for members
 * @param theme what the reader chose instead of what their system says
 * @param shut doors to rooms that this organization does not have
 * @param now the moment dates are told from, by the clock of the reader
 * @param brand under whose name it is shown
 */
public record Shell(
        Texts texts,
        String path,
        String nonce,
        Supplier<@Nullable String> csrf,
        @Nullable String accountName,
        @Nullable String organizationName,
        Set<Permission> permissions,
        Caller.@Nullable Guest guest,
        Theme theme,
        Set<Door> shut,
        ZonedDateTime now,
        Brand brand) {

    /** How light the page is. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK;

        /** The value of {@code data-theme}; none where the system decides. */
        public @Nullable String attribute() {
            return this == SYSTEM ? null : name().toLowerCase(Locale.ROOT);
        }
    }

    public Shell {
        permissions = Set.copyOf(permissions);
        shut = Set.copyOf(shut);
    }

    /** What a form must carry to be accepted. */
    public @Nullable String csrfToken() {
        return csrf.get();
    }

    public Locale locale() {
        return texts.locale();
    }

    /** A text of the message bundles in the reader's language. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Whether the requested page lies below this door. */
    public boolean isAt(String door) {
        return path.equals(door) || path.startsWith(door + "/");
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** What is wrong with a field, in the reader's language; nothing if it is right. */
    public @Nullable String error(FormErrors errors, String field) {
        return errors.sentence(field, texts);
    }

    public String briefly(Instant at) {
        return Dates.briefly(at, now, texts);
    }

    public String exactly(Instant at) {
        return Dates.exactly(at.atZone(now.getZone()), locale());
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, now.getZone()));
    }

    /** Without the year, for scales. */
    public String dayAndMonth(LocalDate day) {
        return Dates.dayAndMonth(day, locale());
    }

    public String day(LocalDate day) {
        return Dates.day(day, locale());
    }

    public String month(YearMonth month) {
        return Dates.month(month, locale());
    }

    /** The name of a country given by its code (ISO 3166). */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale());
    }

    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    /** The name of a language given by its code. */
    public String language(String code) {
        return code.equals("und")
                ? text("platform.language.unknown")
                : Locale.forLanguageTag(code).getDisplayLanguage(locale());
    }

    /** Their names, one after the other. */
    public String languages(List<String> codes) {
        return codes.stream().map(this::language).collect(Collectors.joining(", "));
    }

    /** A number that shows which way it pulls. */
    public String signed(double points) {
        return String.format(locale(), "%+.2f", points);
    }

    public String milliseconds(Duration took) {
        return number(took.toMillis()) + " ms";
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }
}

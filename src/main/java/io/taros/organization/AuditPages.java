package io.taros.organization;

import io.taros.account.Accounts;
import io.taros.organization.web.AuditLogPage;
import io.taros.organization.web.AuditLogPage.Asked;
import io.taros.organization.web.AuditLogPage.Person;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.audit.AuditLog.Filter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the audit log into words: names for ids, as far as they are known. */
@Component
class AuditPages {
    private static final int SHOWN = 50;

    /** What comes before the dot of an action, as people look for it. */
    static final List<String> AREAS =
            List.of(
                    "account",
                    "organization",
                    "member",
                    "invitation",
                    "role",
                    "api-key",
                    "domain",
                    "single-sign-on",
                    "access",
                    "staff-access",
                    "partner",
                    "client",
                    "audit-log",
                    "retention",
                    "egress",
                    "bot",
                    "bot-calibration",
                    "source",
                    "draft",
                    "golden-question",
                    "golden-run",
                    "golden-night",
                    "answer",
                    "question",
                    "conversation",
                    "handover",
                    "ceiling",
                    "visitor-block",
                    "visitor-files",
                    "lead",
                    "lead-form",
                    "visitor-consent",
                    "canned-reply",
                    "notification-channel",
                    "push-device",
                    "assignment",
                    "insights",
                    "tag",
                    "team",
                    "identity",
                    "identity-secret",
                    "key",
                    "ai-notice",
                    "agreement",
                    "privacy",
                    "data-subject-request");

    private final AuditLog log;
    private final Members members;
    private final Accounts accounts;
    private final AuditRows rows;
    private final Organizations organizations;

    AuditPages(
            AuditLog log,
            Members members,
            Accounts accounts,
            AuditRows rows,
            Organizations organizations) {
        this.log = log;
        this.members = members;
        this.accounts = accounts;
        this.rows = rows;
        this.organizations = organizations;
    }

    AuditLogPage page(Asked asked, long before, AuditCheck.@Nullable Result check) {
        var found = log.list(filter(asked), before, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        return new AuditLogPage(
                rows.of(shown),
                asked,
                AREAS,
                people(),
                found.size() > SHOWN ? shown.getLast().seq() : null,
                query(asked),
                check);
    }

    /** What makes no sense filters nothing out: the page shows what was asked. */
    Filter filter(Asked asked) {
        var zone = organizations.get().timeZone();
        return new Filter(
                blankAsNull(asked.area()),
                id(asked.actor()),
                day(asked.from(), zone, 0),
                day(asked.until(), zone, 1),
                blankAsNull(asked.id()));
    }

    private List<Person> people() {
        return accounts.findAll(members.list().stream().map(Member::accountId).toList()).stream()
                .map(account -> new Person(account.id().value(), account.name()))
                .toList();
    }

    private static String query(Asked asked) {
        var parts = new TreeMap<String, String>();
        parts.put("area", asked.area());
        parts.put("actor", asked.actor());
        parts.put("from", asked.from());
        parts.put("until", asked.until());
        parts.put("id", asked.id());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isBlank())
                .map(part ->
                        part.getKey()
                                + "="
                                + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static @Nullable String blankAsNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private static @Nullable UUID id(String value) {
        try {
            return value.isBlank() ? null : UUID.fromString(value.strip());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable Instant day(String value, ZoneId zone, int later) {
        try {
            return value.isBlank()
                    ? null
                    : LocalDate.parse(value).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}

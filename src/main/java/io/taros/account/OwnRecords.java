package io.taros.account;

import io.taros.platform.rights.HeldRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is held about an account, for whoever it belongs to. What proves who they are is named,
 * never shown.
 */
@Repository
public class OwnRecords {
    public record Part(String name, List<String> columns, List<HeldRecord> records) {
        public Part {
            columns = List.copyOf(columns);
            records = List.copyOf(records);
        }
    }

    private record Row(
            UUID id, Instant at, String kind, @Nullable String label, @Nullable Instant lastAt) {}

    private record ConsentRow(
            UUID id,
            Instant at,
            String kind,
            boolean isGiven,
            String version,
            String language,
            String source) {}

    private final List<AccountRecords> others;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OwnRecords(
            List<AccountRecords> others,
            Accounts accounts,
            Profiles profiles,
            Sessions sessions,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.others = others;
        this.accounts = accounts;
        this.profiles = profiles;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public List<Part> of(Account.Id account, HttpServletRequest request) {
        var parts =
                new ArrayList<>(
                        List.of(
                                profile(account),
                                signIn(account),
                                consents(account),
                                devices(account),
                                sessions(account, request)));
        var known = accounts.get(account);
        others.forEach(module -> parts.add(module.of(known)));
        return parts;
    }

    private Part profile(Account.Id id) {
        var account = accounts.get(id);
        var profile = profiles.get(id);
        return new Part(
                "profile",
                List.of("name", "email", "language", "timeZone", "theme"),
                List.of(
                        HeldRecord.of(
                                id.value(),
                                account.createdAt(),
                                account.name(),
                                account.email(),
                                profile.locale(),
                                profile.timeZone(),
                                profile.theme())));
    }

    private Part signIn(Account.Id account) {
        return new Part(
                "sign-in",
                List.of("kind", "label", "lastUsedAt"),
                rows(
                        account,
                        """
                        select account_id as id, changed_at as at, 'password' as kind, null as label, null::timestamptz as last_at
                        from account_password where account_id = :account
                        union all
                        select id, created_at, 'passkey', name, last_used_at from account_passkey where account_id = :account
                        union all
                        select id, linked_at, provider, label, last_used_at from account_identity where account_id = :account
                        union all
                        select account_id, created_at, 'authenticator app', null, null from account_totp where account_id = :account
                        union all
                        select account_id, created_at, 'recovery code', null, null from recovery_code where account_id = :account
                        union all
                        select id, asked_at, 'change of address', old_email || ' → ' || new_email, confirmed_at
                        from address_change where account_id = :account
                        order by 2
                        """));
    }

    private Part devices(Account.Id account) {
        return new Part(
                "devices",
                List.of("kind", "label", "lastUsedAt"),
                rows(
                        account,
                        """
                        select id, first_seen as at, 'device' as kind, family as label, last_seen as last_at
                        from account_device where account_id = :account order by first_seen
                        """));
    }

    private List<HeldRecord> rows(Account.Id account, String sql) {
        return transactions.execute(status ->
                jdbc.sql(sql).param("account", account).query(Row.class).stream()
                        .map(Objects::requireNonNull)
                        .map(row ->
                                HeldRecord.of(
                                        row.id(), row.at(), row.kind(), row.label(), row.lastAt()))
                        .toList());
    }

    private Part consents(Account.Id account) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, at, kind, is_given, version, language, source from consent
                                        where account_id = :account order by at
                                        """)
                                .param("account", account)
                                .query(ConsentRow.class)
                                .list());
        return new Part(
                "consents",
                List.of("kind", "given", "version", "language", "source"),
                rows.stream()
                        .map(row ->
                                HeldRecord.of(
                                        row.id(),
                                        row.at(),
                                        row.kind(),
                                        row.isGiven(),
                                        row.version(),
                                        row.language(),
                                        row.source()))
                        .toList());
    }

    private Part sessions(Account.Id account, HttpServletRequest request) {
        return new Part(
                "sessions",
                List.of("device", "lastSeenAt"),
                sessions.list(account, request).stream()
                        .map(session ->
                                HeldRecord.of(
                                        session.handle(),
                                        session.since(),
                                        session.device(),
                                        session.lastSeen()))
                        .toList());
    }
}

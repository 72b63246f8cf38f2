package io.taros.contact;

import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Contact messages, sealed with the installation's key: they are no organization's. */
@Repository
class ContactMessages {
    /** After closing, P-43; and as long counts as closed what nobody closed. */
    static final Duration KEPT = Duration.ofDays(365);

    static final String NAME = "contact_message.sealed_name:";
    static final String EMAIL = "contact_message.sealed_email:";
    static final String TEXT = "contact_message.sealed_text:";

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String SELECT =
            """
            select id, sealed_name, sealed_email, sealed_text, language, received_at, told_at, closed_at, ends_at
            from contact_message
            """;

    private record Row(
            ContactMessage.Id id,
            byte[] sealedName,
            byte[] sealedEmail,
            byte[] sealedText,
            String language,
            Instant receivedAt,
            @Nullable Instant toldAt,
            @Nullable Instant closedAt,
            Instant endsAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstallationSeal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final ErasureJournal journal;

    ContactMessages(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstallationSeal seal,
            Ids ids,
            InstantSource clock,
            ErasureJournal journal) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * @param meanwhile done in the same transaction
     */
    void add(NewContactMessage fresh, Consumer<ContactMessage.Id> meanwhile) {
        var id = new ContactMessage.Id(ids.next());
        var name = seal(NAME, id, fresh.name());
        var email = seal(EMAIL, id, fresh.email());
        var text = seal(TEXT, id, fresh.text());
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into contact_message (id, sealed_name, sealed_email, sealed_text, language, received_at, ends_at)
                            values (:id, :name, :email, :text, :language, :now, :endsAt)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("email", email)
                    .param("text", text)
                    .param("language", fresh.language())
                    .param("now", now)
                    .param("endsAt", now.plus(KEPT))
                    .update();
            meanwhile.accept(id);
        });
    }

    Optional<ContactMessage> find(ContactMessage.Id id) {
        return transactions
                .execute(status ->
                        jdbc.sql(SELECT + "where id = :id")
                                .param("id", id)
                                .query(Row.class)
                                .optional())
                .map(this::open);
    }

    ContactMessage get(ContactMessage.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /**
     * The newest first.
     *
     * @param before the last of the page before
     */
    List<ContactMessage> listOpen(@Nullable UUID before, int limit) {
        return list("closed_at is null", before, limit);
    }

    List<ContactMessage> listClosed(@Nullable UUID before, int limit) {
        return list("closed_at is not null", before, limit);
    }

    private List<ContactMessage> list(String which, @Nullable UUID before, int limit) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        SELECT
                                                + "where "
                                                + which
                                                + " and (:before::uuid is null or id < :before) order by id desc limit :limit")
                                .param("before", before)
                                .param("limit", limit)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    /**
     * Everything from an address, the oldest first. One after the other is opened for that: there
     * are as many as people wrote in a year, and a keyed hash of each address would be one thing
     * more that tells who they are.
     */
    List<ContactMessage> from(String email) {
        var wanted = normalised(email);
        var found = new ArrayList<ContactMessage>();
        var batch = after(FIRST);
        while (!batch.isEmpty()) {
            batch.stream()
                    .filter(row ->
                            normalised(open(EMAIL, row.id(), row.sealedEmail())).equals(wanted))
                    .map(this::open)
                    .forEach(found::add);
            batch = after(batch.getLast().id().value());
        }
        return found;
    }

    private List<Row> after(UUID last) {
        return transactions.execute(status ->
                jdbc
                        .sql(SELECT + "where id > :last order by id limit :most")
                        .param("last", last)
                        .param("most", BATCH)
                        .query(Row.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void told(ContactMessage.Id id) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update contact_message set told_at = :now where id = :id")
                        .param("now", clock.instant())
                        .param("id", id)
                        .update());
    }

    /**
     * @return false, with nothing done, where it is closed already or not there
     */
    boolean close(ContactMessage.Id id, UUID by) {
        return jdbc.sql(
                                """
                                update contact_message set closed_at = :now, closed_by = :by, ends_at = :now
                                where id = :id and closed_at is null
                                """)
                        .param("now", clock.instant())
                        .param("by", by)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** For good: a backup that brings one back is held to it. */
    int delete(List<ContactMessage.Id> gone) {
        return transactions.execute(status -> {
            var deleted =
                    jdbc
                            .sql("delete from contact_message where id = any(:ids) returning id")
                            .param("ids", gone)
                            .query(UUID.class)
                            .stream()
                            .map(Objects::requireNonNull)
                            .toList();
            journal.addAll(ErasedMessages.KIND, deleted);
            return deleted.size();
        });
    }

    private ContactMessage open(Row row) {
        return new ContactMessage(
                row.id(),
                open(NAME, row.id(), row.sealedName()),
                open(EMAIL, row.id(), row.sealedEmail()),
                open(TEXT, row.id(), row.sealedText()),
                row.language(),
                row.receivedAt(),
                row.toldAt(),
                row.closedAt(),
                row.endsAt().plus(KEPT));
    }

    private byte[] seal(String place, ContactMessage.Id id, String text) {
        return seal.seal(text.getBytes(StandardCharsets.UTF_8), place + id.value());
    }

    private String open(String place, ContactMessage.Id id, byte[] sealed) {
        return new String(seal.open(sealed, place + id.value()), StandardCharsets.UTF_8);
    }
}

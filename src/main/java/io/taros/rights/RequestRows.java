package io.taros.rights;

import io.taros.bot.Bot;
import io.taros.conversation.Sought;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.rights.Person;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table of requests. Sealing and opening happen outside transactions. */
@Repository
class RequestRows {
    private static final String SELECT =
            """
            select id, number, kind, sought_by, sought_bot, sealed_sought, received_on, due_on, extension, opened_at, opened_by,
                erasing_since, restricted_since, receipt, outcome, closed_at, closed_by
            from subject_request
            """;

    private record Row(
            SubjectRequest.Id id,
            int number,
            SubjectRequest.Kind kind,
            Sought.By soughtBy,
            Bot.@Nullable Id soughtBot,
            byte @Nullable [] sealedSought,
            LocalDate receivedOn,
            LocalDate dueOn,
            SubjectRequest.@Nullable Extension extension,
            Instant openedAt,
            @Nullable UUID openedBy,
            @Nullable Instant erasingSince,
            @Nullable Instant restrictedSince,
            @Nullable String receipt,
            SubjectRequest.@Nullable Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable UUID closedBy) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final JsonMapper json;

    RequestRows(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.json = json;
    }

    byte[] seal(SubjectRequest.Id id, Sought sought) {
        return keys.encryptText(sought.value(), contextOf(id));
    }

    /** Numbers follow one another: the next waits until this transaction ends. */
    int add(SubjectRequest.Id id, NewSubjectRequest wanted, byte[] sealed, Opening opening) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('taros.subject-request.' || :organization::text, 0))")
                .param("organization", Tenancy.organization())
                .query()
                .singleRow();
        return jdbc.sql(
                        """
                        insert into subject_request (organization_id, id, number, kind, sought_by, sought_bot, sealed_sought, received_on,
                            due_on, opened_at, opened_by)
                        values (:organization, :id, (select coalesce(max(number), 0) + 1 from subject_request), :kind, :by, :bot, :sought,
                            :received, :due, :now, :account)
                        returning number
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("kind", wanted.kind())
                .param("by", wanted.sought().by())
                .param("bot", wanted.sought().bot())
                .param("sought", sealed)
                .param("received", wanted.receivedOn())
                .param("due", SubjectRequest.dueAfter(wanted.receivedOn(), null))
                .param("now", opening.at())
                .param("account", opening.by())
                .query(Integer.class)
                .single();
    }

    /**
     * @param by an account; absent where a program did
     */
    record Opening(Instant at, @Nullable UUID by) {}

    Optional<SubjectRequest> find(SubjectRequest.Id id) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(SELECT + "where id = :id")
                                        .param("id", id)
                                        .query(Row.class)
                                        .optional()))
                .map(this::open);
    }

    /** Those that are open, the most pressing first; then the others, the latest first. */
    List<SubjectRequest> list(int limit) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        SELECT
                                                + """
                                                order by closed_at is not null, case when closed_at is null then due_on end, number desc
                                                limit :limit
                                                """)
                                .param("limit", limit)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    /** By number, the latest first. */
    List<SubjectRequest> before(int number, int limit) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        SELECT
                                                + "where number < :number order by number desc limit :limit")
                                .param("number", number)
                                .param("limit", limit)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    boolean extend(SubjectRequest.Id id, SubjectRequest.Extension why, LocalDate due) {
        return jdbc.sql(
                                """
                                update subject_request set extension = :why, due_on = :due
                                where id = :id and closed_at is null and extension is null
                                """)
                        .param("why", why)
                        .param("due", due)
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * The first moment counts.
     *
     * @param since absent where nothing is restricted any more
     */
    void restrict(SubjectRequest.Id id, @Nullable Instant since) {
        jdbc.sql(
                        """
                        update subject_request
                        set restricted_since = case when :since::timestamptz is null then null else coalesce(restricted_since, :since) end
                        where id = :id
                        """)
                .param("since", since)
                .param("id", id)
                .update();
    }

    boolean beginErasing(SubjectRequest.Id id, Instant now) {
        return jdbc.sql(
                                """
                                update subject_request set erasing_since = :now
                                where id = :id and closed_at is null and erasing_since is null
                                """)
                        .param("now", now)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What is held can be asked for again when it is not any more. */
    void endErasing(SubjectRequest.Id id) {
        jdbc.sql("update subject_request set erasing_since = null where id = :id")
                .param("id", id)
                .update();
    }

    void receipt(SubjectRequest.Id id, ErasureReceipt receipt) {
        jdbc.sql("update subject_request set receipt = :receipt where id = :id")
                .param("receipt", json.writeValueAsString(receipt))
                .param("id", id)
                .update();
    }

    /** Whom an erasure is about, as far as it was found: for it to go on with after a crash. */
    Optional<Person> person(SubjectRequest.Id id) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select sealed_person from subject_request where id = :id and sealed_person is not null")
                                        .param("id", id)
                                        .query(byte[].class)
                                        .optional()))
                .map(sealed ->
                        json.readValue(
                                keys.decryptText(sealed, personContextOf(id)), Person.class));
    }

    void remember(SubjectRequest.Id id, Person person) {
        var sealed = keys.encryptText(json.writeValueAsString(person), personContextOf(id));
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                "update subject_request set sealed_person = :person where id = :id and closed_at is null")
                        .param("person", sealed)
                        .param("id", id)
                        .update());
    }

    boolean close(SubjectRequest.Id id, SubjectRequest.Closing closing) {
        return jdbc.sql(
                                """
                                update subject_request set outcome = :outcome, closed_at = :now, closed_by = :by, sealed_sought = null, sealed_person = null
                                where id = :id and closed_at is null
                                """)
                        .param("outcome", closing.outcome())
                        .param("now", closing.at())
                        .param("by", closing.by())
                        .param("id", id)
                        .update()
                == 1;
    }

    private SubjectRequest open(Row row) {
        return new SubjectRequest(
                row.id(),
                row.number(),
                row.kind(),
                row.soughtBy(),
                row.sealedSought() == null
                        ? null
                        : new Sought(
                                row.soughtBy(),
                                keys.decryptText(row.sealedSought(), contextOf(row.id())),
                                row.soughtBot()),
                row.receivedOn(),
                row.dueOn(),
                row.extension(),
                row.openedAt(),
                row.openedBy(),
                row.erasingSince(),
                row.restrictedSince(),
                row.receipt() == null ? null : json.readValue(row.receipt(), ErasureReceipt.class),
                row.outcome() == null || row.closedAt() == null
                        ? null
                        : new SubjectRequest.Closing(
                                row.outcome(), row.closedAt(), row.closedBy()));
    }

    private static String contextOf(SubjectRequest.Id id) {
        return "subject_request.sought:" + id.value();
    }

    private static String personContextOf(SubjectRequest.Id id) {
        return "subject_request.person:" + id.value();
    }
}

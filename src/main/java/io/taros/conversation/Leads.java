package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.platform.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Contact details left in conversations; they go when the conversation goes, or before. */
@Repository
public class Leads {
    private static final String SELECT =
            """
            select id, conversation_id, bot_id, sealed_name, sealed_email, sealed_phone, sealed_note, sealed_answers,
                consent_text, consent_method, consent_version, consent_language, sealed_page, created_at
            from lead
            """;

    /** What is restricted is kept and not used. */
    static final String USED =
            """
             not exists (select from conversation_restriction r
                 where r.organization_id = lead.organization_id and r.conversation_id = lead.conversation_id)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ConversationLog.Origin origin;
    private final SealedLeads sealed;
    private final ContactIndex index;
    private final ApplicationEventPublisher events;

    Leads(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ConversationLog.Origin origin,
            SealedLeads sealed,
            ContactIndex index,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.origin = origin;
        this.sealed = sealed;
        this.index = index;
        this.events = events;
    }

    private record Numbered(Conversation.Id conversationId, Lead.Id id, byte[] sealedPhone) {}

    /** Stored with what was agreed to, if anything was, as proof. */
    public Lead.Id add(Conversation.Id conversation, Lead.Given given) {
        var id = new Lead.Id(origin.ids().next());
        var statement = insert(id, conversation, given);
        transactions.executeWithoutResult(status -> {
            var bot =
                    statement
                            .query((row, number) -> new Bot.Id(row.getObject(1, UUID.class)))
                            .optional()
                            .orElseThrow(NotFound::new);
            events.publishEvent(new LeadTaken(id, conversation, bot));
        });
        return id;
    }

    private JdbcClient.StatementSpec insert(
            Lead.Id id, Conversation.Id conversation, Lead.Given given) {
        var contact = given.contact();
        var consent = Optional.ofNullable(given.consent());
        return jdbc.sql(
                        """
                        insert into lead (organization_id, id, conversation_id, bot_id, sealed_name, sealed_email, sealed_phone,
                            sealed_note, sealed_answers, email_index, phone_index, consent_text, consent_method,
                            consent_version, consent_language, sealed_page, created_at, touched_at)
                        select organization_id, :id, id, bot_id, :name, :email, :phone, :note, :answers, :emailIndex,
                            :phoneIndex, :consent, :method, :version, :language, :page, :now, :now
                        from conversation where id = :conversation returning bot_id
                        """)
                .param("id", id)
                .param("name", sealed.close("name", id, contact.name()))
                .param("email", sealed.close("email", id, contact.email()))
                .param("phone", sealed.close("phone", id, contact.phone()))
                .param("note", sealed.close("note", id, contact.note()))
                .param("answers", sealed.closeAnswers(id, given.answers()))
                .param("emailIndex", index.ofEmail(contact.email()))
                .param("phoneIndex", index.ofPhone(contact.phone()))
                .param("consent", consent.map(Lead.Consent::wording).orElse(null))
                .param("method", consent.map(Lead.Consent::method).orElse(null))
                .param("version", consent.map(Lead.Consent::version).orElse(null))
                .param("language", consent.map(Lead.Consent::language).orElse(null))
                .param(
                        "page",
                        sealed.close("page", id, consent.map(Lead.Consent::page).orElse(null)))
                .param("now", origin.clock().instant())
                .param("conversation", conversation);
    }

    public List<Lead> list(Conversation.Id conversation) {
        return read(
                SELECT + " where conversation_id = :conversation order by created_at",
                "conversation",
                conversation);
    }

    /** To work with; none that is restricted. */
    public Optional<Lead> findToUse(Lead.Id id) {
        return listToUse(List.of(id)).stream().findFirst();
    }

    /** To work with; none that is restricted. In no certain order. */
    public List<Lead> listToUse(Collection<Lead.Id> ids) {
        return read(SELECT + " where id = any(:ids) and" + USED, "ids", ids);
    }

    /**
     * Where the same address or number was left besides; none that is restricted, the oldest fifty
     * first.
     */
    public List<Lead> alike(Lead lead) {
        var email = lead.contact().email();
        var phone = lead.contact().phone();
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        SELECT
                                                + " where id <> :id and (email_index = any(:emails) or phone_index = any(:phones)) and"
                                                + USED
                                                + "order by created_at limit 50")
                                .param("id", lead.id())
                                .param(
                                        "emails",
                                        email == null ? List.of() : index.allOfEmail(email))
                                .param(
                                        "phones",
                                        phone == null ? List.of() : index.allOfPhone(phone))
                                .query(SealedLeads.Row.class)
                                .list());
        return opened(rows).filter(other -> isAlike(lead.contact(), other.contact())).toList();
    }

    private static boolean isAlike(Lead.Contact one, Lead.Contact other) {
        var isSameEmail =
                one.email() != null
                        && other.email() != null
                        && ContactIndex.isSameEmail(one.email(), other.email());
        return isSameEmail
                || (one.phone() != null
                        && other.phone() != null
                        && ContactIndex.isSamePhone(one.phone(), other.phone()));
    }

    private List<Lead> read(String sql, String name, Object value) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(sql).param(name, value).query(SealedLeads.Row.class).list());
        return opened(rows).toList();
    }

    private Stream<Lead> opened(List<SealedLeads.Row> rows) {
        return rows.stream().map(sealed::open);
    }

    /** Where somebody left this address, the latest first. */
    public List<Conversation.Id> withEmail(String email) {
        var hashes = index.allOfEmail(email);
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select conversation_id from lead where email_index = any(:hashes)
                                group by conversation_id order by max(created_at) desc
                                """)
                        .param("hashes", hashes)
                        .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Where somebody left this number, with or without its country's code; the latest first. */
    public List<Conversation.Id> withPhone(String phone) {
        var hashes = index.allOfPhone(phone);
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select conversation_id, id, sealed_phone from lead
                                        where phone_index = any(:hashes) order by created_at desc
                                        """)
                                .param("hashes", hashes)
                                .query(Numbered.class)
                                .list());
        return rows.stream()
                .filter(row -> ContactIndex.isSamePhone(phone, phone(row)))
                .map(Numbered::conversationId)
                .distinct()
                .toList();
    }

    private String phone(Numbered row) {
        return Objects.requireNonNull(sealed.open("phone", row.id(), row.sealedPhone()));
    }

    /** Puts right how somebody is reached. What they wrote and agreed to stays as it was. */
    public void correct(Lead.Id id, Lead.Contact contact) {
        var name = sealed.close("name", id, contact.name());
        var email = sealed.close("email", id, contact.email());
        var phone = sealed.close("phone", id, contact.phone());
        var emailIndex = index.ofEmail(contact.email());
        var phoneIndex = index.ofPhone(contact.phone());
        var stored =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        update lead set sealed_name = :name, sealed_email = :email, sealed_phone = :phone,
                                            email_index = :emailIndex, phone_index = :phoneIndex
                                        where id = :id
                                        """)
                                .param("name", name)
                                .param("email", email)
                                .param("phone", phone)
                                .param("emailIndex", emailIndex)
                                .param("phoneIndex", phoneIndex)
                                .param("id", id)
                                .update());
        if (stored == 0) {
            throw new NotFound();
        }
    }

    /** A person did something with it, from which its time is counted. */
    public void touch(Lead.Id id) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update lead set touched_at = :now where id = :id")
                        .param("now", origin.clock().instant())
                        .param("id", id)
                        .update());
    }

    /** Until the caller's transaction ends. */
    public void hold(Lead.Id id) {
        jdbc.sql("select 1 from lead where id = :id for no key update")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** What was left alone; the conversation stays. */
    public boolean remove(Lead.Id id) {
        return transactions.execute(
                status -> jdbc.sql("delete from lead where id = :id").param("id", id).update() > 0);
    }
}

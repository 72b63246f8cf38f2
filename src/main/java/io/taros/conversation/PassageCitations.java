package io.taros.conversation;

import io.taros.answering.Citation;
import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import io.taros.search.PassageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which passages the bot's replies rest on, for as long as the replies are kept. What is restricted
 * is not counted.
 */
@Repository
@Transactional
public class PassageCitations {
    private final JdbcClient jdbc;

    PassageCitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a reply rests on a passage. */
    public record Use(PassageId passage, Conversation.Id conversation, Instant at) {}

    void add(Message.Id reply, List<Citation> citations) {
        if (citations.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into passage_citation (organization_id, message_id, passage_id, document_id)
                        select :organization, :reply, passage, document
                        from unnest(:passages::uuid[], :documents::uuid[]) as c(passage, document)
                        on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("reply", reply)
                .param("passages", citations.stream().map(Citation::passage).toList())
                .param("documents", citations.stream().map(Citation::document).toList())
                .update();
    }

    /**
     * How many replies rest on each passage of a document; those on which none does are left out.
     */
    @Transactional(readOnly = true)
    public Map<PassageId, Integer> count(DocumentId document) {
        var counts = new HashMap<PassageId, Integer>();
        jdbc.sql(
                        """
                        select c.passage_id, count(*) as replies from passage_citation c
                        join message m on m.organization_id = c.organization_id and m.id = c.message_id
                        join conversation v on v.organization_id = m.organization_id and v.id = m.conversation_id
                        where c.document_id = :document and %s
                        group by c.passage_id
                        """
                                .formatted(Restrictions.noneOf("v")))
                .param("document", document)
                .query(row -> {
                    counts.put(
                            new PassageId(row.getObject("passage_id", UUID.class)),
                            row.getInt("replies"));
                });
        return counts;
    }

    @Transactional(readOnly = true)
    public int count(PassageId passage) {
        return jdbc.sql(
                        """
                        select count(*) from passage_citation c
                        join message m on m.organization_id = c.organization_id and m.id = c.message_id
                        join conversation v on v.organization_id = m.organization_id and v.id = m.conversation_id
                        where c.passage_id = :passage and %s
                        """
                                .formatted(Restrictions.noneOf("v")))
                .param("passage", passage)
                .query(Integer.class)
                .single();
    }

    /** The latest conversations in which each was cited, newest first. */
    @Transactional(readOnly = true)
    public List<Use> latest(Collection<PassageId> passages, int limit) {
        return jdbc.sql(
                        """
                        select asked.id as passage_id, latest.conversation_id, latest.at
                        from unnest(:passages::uuid[]) as asked(id)
                        cross join lateral (
                            select m.conversation_id, max(m.created_at) as at from passage_citation c
                            join message m on m.organization_id = c.organization_id and m.id = c.message_id
                            join conversation v on v.organization_id = m.organization_id and v.id = m.conversation_id
                            where c.passage_id = asked.id and %s
                            group by m.conversation_id order by at desc limit :limit) latest
                        order by latest.at desc
                        """
                                .formatted(Restrictions.noneOf("v")))
                .param("passages", passages)
                .param("limit", limit)
                .query(PassageCitations::read)
                .list();
    }

    private static Use read(ResultSet row, int number) throws SQLException {
        return new Use(
                new PassageId(row.getObject("passage_id", UUID.class)),
                new Conversation.Id(row.getObject("conversation_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

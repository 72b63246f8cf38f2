package io.taros.conversation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far visitors have looked, as their side of the chat says. */
@Repository
@Transactional
public class SeenByVisitor {
    private final JdbcClient jdbc;

    SeenByVisitor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * They had everything up to this place before their eyes; what is still to come they had not.
     */
    public void note(Conversation.Id conversation, long place) {
        jdbc.sql(
                        """
                        update conversation set seen_sequence = least(:place, sequence)
                        where id = :id and seen_sequence < least(:place, sequence)
                        """)
                .param("place", place)
                .param("id", conversation)
                .update();
    }

    /** Nothing of one that is gone. */
    @Transactional(readOnly = true)
    public long find(Conversation.Id conversation) {
        return jdbc.sql("select seen_sequence from conversation where id = :id")
                .param("id", conversation)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}

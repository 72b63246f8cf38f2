package io.taros.improve;

import io.taros.conversation.Message;
import io.taros.knowledge.Source;
import io.taros.platform.audit.Audit;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which questions somebody has decided about. */
@Repository
class Improvements {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final InstantSource clock;

    Improvements(JdbcClient jdbc, Audit audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Set<Message.Id> decided(List<Message.Id> questions) {
        return jdbc.sql("select question_id from improvement where question_id = any(:questions)")
                .param("questions", questions)
                .query((row, _) -> new Message.Id(row.getObject("question_id", UUID.class)))
                .set();
    }

    /** What has been deleted meanwhile needs no decision. */
    @Transactional
    public void decide(List<Message.Id> questions, Source.@Nullable Id source) {
        jdbc.sql(
                        """
                        insert into improvement (organization_id, question_id, source_id, decided_at)
                        select organization_id, id, :source, :now from message where id = any(:questions)
                        on conflict (organization_id, question_id) do update set source_id = :source, decided_at = :now
                        """)
                .param("questions", questions)
                .param("source", source == null ? null : source.value())
                .param("now", clock.instant())
                .update();
        audit.record(
                source == null ? ImproveAction.QUESTION_DISMISSED : ImproveAction.ANSWER_IMPROVED,
                questions.getFirst());
    }
}

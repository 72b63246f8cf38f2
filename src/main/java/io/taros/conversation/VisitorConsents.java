package io.taros.conversation;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who agreed to what, and when. Goes with the conversation. */
@Repository
public class VisitorConsents {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    VisitorConsents(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void add(Conversation.Id conversation, String wording) {
        jdbc.sql(
                        """
                        insert into visitor_consent (organization_id, conversation_id, wording, given_at)
                        values (:organization, :conversation, :wording, :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("conversation", conversation)
                .param("wording", wording)
                .param("now", clock.instant())
                .update();
        events.publishEvent(new VisitorAgreed(conversation, wording));
    }

    @Transactional(readOnly = true)
    public Optional<VisitorConsent> find(Conversation.Id conversation) {
        return jdbc.sql(
                        "select wording, given_at from visitor_consent where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(VisitorConsent.class)
                .optional();
    }
}

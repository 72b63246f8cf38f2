package io.taros.conversation;

import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown while an answer is made. */
@Repository
class StreamEvents {
    /** Long enough for every stream that was cut to be resumed without a gap. */
    static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final CrossOrganization everywhere;
    private final InstantSource clock;

    StreamEvents(JdbcClient jdbc, CrossOrganization everywhere, InstantSource clock) {
        this.jdbc = jdbc;
        this.everywhere = everywhere;
        this.clock = clock;
    }

    record Sealed(UUID id, String type, byte[] data) {}

    /** In the transaction that reserved the places; {@code last} is the last of them. */
    void add(
            Conversation.Id conversation,
            Message.@Nullable Id turn,
            List<Sealed> events,
            long last) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into stream_event (organization_id, id, conversation_id, sequence, message_id, type, sealed_data, created_at)
                        select conversation.organization_id, event.id, conversation.id, :before + event.place, :turn::uuid, event.type, event.data, :now
                        from conversation, unnest(:ids, :types, :data) with ordinality as event(id, type, data, place)
                        where conversation.id = :conversation
                        """)
                .param("before", last - events.size())
                .param("turn", turn)
                .param("ids", events.stream().map(Sealed::id).toList())
                .param("types", events.stream().map(Sealed::type).toList())
                .param("data", events.stream().map(Sealed::data).toList())
                .param("now", clock.instant())
                .param("conversation", conversation)
                .update();
    }

    /** Of all organizations: what nobody will ask to be repeated any more. */
    int dropOld() {
        return everywhere.inTransaction(staff ->
                staff.sql(
                                """
                                delete from stream_event event
                                where event.created_at < :before
                                  and not exists (select 1 from turn where turn.organization_id = event.organization_id
                                                  and turn.message_id = event.message_id and turn.status = 'PENDING')
                                """)
                        .param("before", clock.instant().minus(KEPT))
                        .update());
    }
}

package io.taros.conversation;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Column;
import io.taros.platform.crypto.SealedTable.Index;
import io.taros.platform.crypto.SealedTable.Key;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
record SealedConversations(ContactIndex index) implements SealedTables {
    private static final Key CONVERSATION = new Key("conversation_id", "uuid");

    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "conversation",
                        SealedTable.column("sealed_page", "conversation.page:{id}")),
                SealedTable.withId(
                        "message",
                        SealedTable.column("sealed_text", "message.text:{id}"),
                        SealedTable.column("sealed_author", "message.author:{id}"),
                        SealedTable.column("sealed_sources", "message.sources:{id}"),
                        SealedTable.column("sealed_choices", "message.choices:{id}")),
                new SealedTable(
                        "stream_event",
                        List.of(CONVERSATION, new Key("sequence", "bigint")),
                        List.of(
                                SealedTable.column(
                                        "sealed_data",
                                        "stream_event.data:{conversation_id}/{id}"))),
                SealedTable.withId(
                        "attachment", SealedTable.column("sealed_name", "attachment.name:{id}")),
                SealedTable.withId(
                        "rating", SealedTable.column("sealed_comment", "rating.comment:{id}")),
                SealedTable.withId(
                        "conversation_move",
                        SealedTable.column("sealed_name", "conversation_move.name:{id}")),
                SealedTable.withId(
                        "note",
                        SealedTable.column("sealed_author", "note.author:{id}"),
                        SealedTable.column("sealed_text", "note.text:{id}")),
                SealedTable.withId(
                        "conversation_summary",
                        SealedTable.column("sealed_text", "conversation_summary.text:{id}")),
                leads(),
                new SealedTable("visitor_identity", List.of(CONVERSATION), identity()));
    }

    private SealedTable leads() {
        return SealedTable.withId(
                "lead",
                SealedTable.column("sealed_name", "lead.name:{id}"),
                new Column(
                        "sealed_email",
                        "lead.email:{id}",
                        new Index("email_index", index::ofEmail)),
                new Column(
                        "sealed_phone",
                        "lead.phone:{id}",
                        new Index("phone_index", index::ofPhone)),
                SealedTable.column("sealed_note", "lead.note:{id}"),
                SealedTable.column("sealed_answers", "lead.answers:{id}"),
                SealedTable.column("sealed_page", "lead.page:{id}"));
    }

    private List<Column> identity() {
        return List.of(
                new Column(
                        "sealed_subject",
                        "visitor_identity.subject:{conversation_id}",
                        new Index("subject_index", index::ofSubject)),
                SealedTable.column("sealed_name", "visitor_identity.name:{conversation_id}"),
                new Column(
                        "sealed_email",
                        "visitor_identity.email:{conversation_id}",
                        new Index("email_index", index::ofEmail)));
    }
}

package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.TarosTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** P-34: whatever is sealed is closed anew with newer keys, and bound to its row. */
@TarosTest
class SealedColumnsTest {
    /** Bytes that are no seal: hashes, public keys, numbers, pictures anybody may see. */
    private static final Set<String> PLAIN =
            Set.of(
                    "account_device.hash",
                    "account_link.hash",
                    "account_passkey.credential_id",
                    "account_passkey.public_key",
                    "answer_count.visitor",
                    "api_key.token_hash",
                    "audit_checkpoint.hash",
                    "audit_checkpoint.signature",
                    "audit_cut.hash",
                    "audit_cut.signature",
                    "audit_entry.hash",
                    "audit_entry.previous_hash",
                    "audit_key.public_key",
                    "conversation.token_hash",
                    "credit_opening.hash",
                    "credit_opening.signature",
                    "credit_transaction.hash",
                    "document.content_hash",
                    "document.duplicate_hash",
                    "first_visit.code_hash",
                    "invitation.token_hash",
                    "lead.email_index",
                    "lead.phone_index",
                    "partner_brand.logo",
                    "partner_sender.token_hash",
                    "passage.embedding_hash",
                    "passage_mend.read_hash",
                    "passage_embedding.embedding_hash",
                    "passage_embedding.vector",
                    "push_device.endpoint_hash",
                    "recovery_code.hash",
                    "mail_thread.secret_hash",
                    "mail_thread.stop_hash",
                    "scheduled_tasks.task_data",
                    "source.content_hash",
                    "spring_session_attributes.attribute_bytes",
                    "transcript_request.secret_hash",
                    "turn.visitor",
                    "visitor_block_mark.mark",
                    "visitor_identity.email_index",
                    "visitor_identity.subject_index");

    /** Closed by the master key, which changes in a way of its own. */
    private static final Set<String> KEYS =
            Set.of(
                    "installation_key.sealed_keyset",
                    "organization_key.sealed_index",
                    "organization_key.sealed_keyset");

    private final List<SealedTables> modules;
    private final CrossOrganization database;

    SealedColumnsTest(List<SealedTables> modules, CrossOrganization database) {
        this.modules = modules;
        this.database = database;
    }

    @Test
    void areAllClosedAnewWithANewerKey() {
        var declared = new HashSet<String>();
        tables().forEach(table ->
                table.columns()
                        .forEach(column -> declared.add(table.name() + "." + column.name())));
        declared.addAll(PLAIN);
        declared.addAll(KEYS);

        assertThat(
                        select(
                                """
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'public' and data_type = 'bytea'
                                """))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    /** The organization's key binds to the organization, the context to table, column and row. */
    @Test
    void areBoundToTheirRow() {
        tables().forEach(table -> {
            var unique = uniqueOf(table.name());
            table.columns()
                    .forEach(column -> {
                        assertThat(column.context()).startsWith(table.name());
                        assertThat(unique)
                                .as("%s.%s: %s", table.name(), column.name(), column.context())
                                .anySatisfy(key -> assertThat(column.named()).containsAll(key));
                    });
            assertThat(table.columns().stream().map(SealedTable.Column::context))
                    .doesNotHaveDuplicates();
        });
    }

    private Stream<SealedTable> tables() {
        return modules.stream()
                .flatMap(module ->
                        Stream.concat(
                                module.ofOrganizations().stream(),
                                module.ofInstallation().stream()));
    }

    /** Of each key, the columns that tell rows of one organization apart. */
    private List<Set<String>> uniqueOf(String table) {
        return select(
                        """
                        select string_agg(a.attname, ',') from pg_index i join pg_attribute a
                            on a.attrelid = i.indrelid and a.attnum = any(i.indkey::smallint[])
                            and a.attname not in ('organization_id')
                        where i.indrelid = '%1$s'::regclass and i.indisunique group by i.indexrelid
                        union all
                        select '' from pg_constraint where conrelid = '%1$s'::regclass and contype = 'p'
                            and cardinality(conkey) = 1 and '%1$s' in ('audit_key', 'organization_provider')
                        union all
                        select 'conversation_id,id' where '%1$s' = 'stream_event'
                        """
                                .formatted(table))
                .stream()
                .map(names -> names.isEmpty() ? Set.<String>of() : Set.of(names.split(",")))
                .toList();
    }

    private List<String> select(String sql) {
        return database.inTransaction(jdbc -> jdbc.sql(sql).query(String.class).list());
    }
}

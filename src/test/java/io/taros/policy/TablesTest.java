package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.sql.DatabaseOwner;
import io.taros.testing.TarosTest;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P-13, P-14: what belongs to an organization is closed to every other one by the database. */
@TarosTest
class TablesTest {
    /** Belongs to the installation. A table is added here only if no row of it is a customer's. */
    private static final Set<String> SHARED =
            Set.of(
                    "account",
                    "account_device",
                    "account_identity",
                    "account_link",
                    "account_passkey",
                    "account_password",
                    "audit_key",
                    "account_totp",
                    "address_change",
                    "application_outcome",
                    "consent",
                    "contact_message",
                    "erasure",
                    "first_visit",
                    "installation_key",
                    "job_application",
                    "listed_vendor",
                    "push_key",
                    "flyway_schema_history",
                    "recovery_code",
                    "registration",
                    "scheduled_tasks",
                    "spring_session",
                    "spring_session_attributes",
                    "staff_member",
                    "sub_processor_list");

    private final DatabaseOwner owner;

    TablesTest(DatabaseOwner owner) {
        this.owner = owner;
    }

    @Test
    void areAnOrganizationsOrOnTheSharedList() throws Exception {
        assertThat(
                        select(
                                """
                                select c.relname from pg_class c
                                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                  and not exists (select from pg_attribute a where a.attrelid = c.oid
                                    and a.attname = 'organization_id' and a.attnotnull and not a.attisdropped)
                                """))
                .containsExactlyInAnyOrderElementsOf(SHARED);
    }

    @Test
    void forceRowLevelSecurityWhereverThereIsAnOrganization() throws Exception {
        assertThat(
                        select(
                                """
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                  and a.attname = 'organization_id' and not a.attisdropped
                                  and not (c.relrowsecurity and c.relforcerowsecurity
                                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organization'))
                                """))
                .isEmpty();
    }

    /** A member who is limited to some bots finds nothing of the others, in whatever table. */
    @Test
    void keepToTheBotsOfALimitedMember() throws Exception {
        assertThat(
                        select(
                                """
                                with recursive of_a_bot(t) as (
                                  select 'bot'::regclass::oid
                                  union
                                  select k.conrelid from pg_constraint k join of_a_bot on k.confrelid = of_a_bot.t
                                  where k.contype = 'f')
                                select c.relname from of_a_bot join pg_class c on c.oid = of_a_bot.t
                                where not exists (select from pg_policy p
                                  where p.polrelid = c.oid and p.polname = 'bots' and not p.polpermissive)
                                """))
                .isEmpty();
    }

    /** PostgreSQL checks foreign keys without row-level security. */
    @Test
    void neverPointFromOneOrganizationIntoAnother() throws Exception {
        assertThat(
                        select(
                                """
                                select k.conname from pg_constraint k
                                where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                                  and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id')
                                  and not exists (select from pg_attribute a
                                    where a.attrelid = k.conrelid and a.attname = 'organization_id' and a.attnum = any(k.conkey))
                                """))
                .isEmpty();
    }

    /**
     * Two organizations must not learn of one another by a key that is taken. A bot's public key is
     * made here and begins with its organization; a domain that is served says so to everybody.
     * That one is proven by another shows only to whoever can write into its DNS.
     */
    @Test
    void areUniqueWithinAnOrganizationOnly() throws Exception {
        assertThat(
                        select(
                                """
                                select i.indexrelid::regclass::text from pg_index i
                                  join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
                                  join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id'
                                where i.indisunique and not (o.attnum = any(i.indkey::smallint[]))
                                """))
                .containsOnly(
                        "bot_public_key", "partner_domain_served", "organization_domain_verified");
    }

    @Test
    void areOwnedByNobodyWhoServesRequests() throws Exception {
        assertThat(
                        select(
                                """
                                select rolname::text from pg_roles
                                where rolname in ('taros_app', 'taros_staff') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                union all
                                select c.relname::text from pg_class c where pg_get_userbyid(c.relowner) in ('taros_app', 'taros_staff')
                                union all
                                select proname::text from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
                                """))
                .isEmpty();
    }

    @Test
    void letNobodyRewriteTheAuditLog() throws Exception {
        assertThat(
                        select(
                                """
                                select grantee || ' ' || privilege_type from information_schema.role_table_grants
                                where table_name = 'audit_entry' and grantee in ('taros_app', 'taros_staff')
                                  and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
                                """))
                .containsExactly("taros_staff DELETE");
        // What the staff role may delete is nobody's any more, or older than a year.
        assertThat(
                        select(
                                """
                                select polname from pg_policy
                                where polrelid = 'audit_entry'::regclass and polcmd = 'd' and not polpermissive
                                """))
                .containsExactly("over_or_of_nobody");
    }

    private List<String> select(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

package io.taros.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TarosTest
class TenancyTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final DatabaseOwner owner;

    TenancyTest(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            DatabaseOwner owner) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.owner = owner;
    }

    @Test
    void showsNothingWithoutAnOrganization() {
        Tenancy.runAs(acme, () -> keys.encryptText("secret", "test"));

        assertThat(countKeys()).isZero();
        assertThat(countKeysInTransaction()).isZero();
        Tenancy.runAs(acme, () -> assertThat(countKeysInTransaction()).isEqualTo(1));
        Tenancy.runAs(acme, () -> assertThat(countKeys()).isZero());
        Tenancy.runAs(globex, () -> assertThat(countKeysInTransaction()).isZero());
    }

    @Test
    void refusesToWriteForAnotherOrganization() {
        assertThatThrownBy(() ->
                        Tenancy.runAs(
                                acme,
                                () ->
                                        transactions.executeWithoutResult(status ->
                                                jdbc.sql(
                                                                "insert into organization_key values (:id, :key, :now)")
                                                        .param("id", globex)
                                                        .param("key", new byte[1])
                                                        .param("now", Instant.EPOCH)
                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void forcesRowLevelSecurityOnEveryTableOfAnOrganization() throws Exception {
        assertThat(
                        asOwner(
                                """
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                  and a.attname = 'organization_id' and not a.attisdropped
                                  and not (c.relrowsecurity and c.relforcerowsecurity
                                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organization'))
                                """))
                .isEmpty();
    }

    @Test
    void givesTheWorkingRolesNoWayAround() throws Exception {
        assertThat(
                        asOwner(
                                """
                                select rolname from pg_roles
                                where rolname in ('taros_app', 'taros_staff') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                union all
                                select c.relname from pg_class c where pg_get_userbyid(c.relowner) in ('taros_app', 'taros_staff')
                                union all
                                select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
                                """))
                .isEmpty();
    }

    @Test
    void bindsAndReadsInstantsEnumsIdsAndLists() {
        record Row(
                OrganizationId id,
                Instant at,
                Shade shade,
                List<String> words,
                List<OrganizationId> ids) {}
        var now = Instant.parse("2026-11-23T10:15:30.123456Z");

        var row =
                jdbc.sql(
                                """
                                select :id::uuid as id, :at::timestamptz as at, :shade as shade, :words::text[] as words, :ids::uuid[] as ids
                                where :id = any(:ids) and not (:id = any(:none))
                                """)
                        .param("id", acme)
                        .param("at", now)
                        .param("shade", Shade.DARK)
                        .param("words", List.of("æ", "b"))
                        .param("ids", List.of(acme, globex))
                        .param("none", List.of())
                        .query(Row.class)
                        .single();

        assertThat(row)
                .isEqualTo(
                        new Row(acme, now, Shade.DARK, List.of("æ", "b"), List.of(acme, globex)));
    }

    enum Shade {
        DARK
    }

    private long countKeys() {
        return jdbc.sql("select count(*) from organization_key").query(Long.class).single();
    }

    private long countKeysInTransaction() {
        Long count = transactions.execute(status -> countKeys());
        return count == null ? -1 : count;
    }

    private List<String> asOwner(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

package io.taros.platform.sql;

import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every row of the bound organization, whichever module's: for the end of an organization. */
@Component
public class TenantRows {
    /** Rows refer to each other, so a table may only empty after another one has. */
    private static final int PASSES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CrossOrganization everybody;

    TenantRows(JdbcClient jdbc, TransactionTemplate transactions, CrossOrganization everybody) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.everybody = everybody;
    }

    /**
     * Deletes them table by table. What only the staff role may delete, because the organization is
     * gone, comes last.
     *
     * @throws IllegalStateException if a table would not let go of its rows
     */
    public void deleteAll() {
        var left = tables();
        for (var pass = 0; pass < PASSES && !left.isEmpty(); pass++) {
            left = left.stream().filter(table -> !empty(table)).toList();
        }
        left.forEach(this::emptyAsStaff);
    }

    /** How many there are, by table; tables that hold none are left out. */
    public Map<String, Integer> count() {
        var counts = new TreeMap<String, Integer>();
        for (var table : tables()) {
            var rows =
                    transactions.execute(status ->
                            jdbc.sql("select count(*)::int" + ofOrganization(table))
                                    .param("organization", Tenancy.organization())
                                    .query(Integer.class)
                                    .single());
            if (rows > 0) {
                counts.put(table, rows);
            }
        }
        return counts;
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select c.oid::regclass::text from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
                        where c.relkind = 'r' and c.relrowsecurity order by 1
                        """)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Not if other rows still need these, or if they are not the server's to delete. */
    private boolean empty(String table) {
        try {
            transactions.executeWithoutResult(status ->
                    jdbc.sql("delete" + ofOrganization(table))
                            .param("organization", Tenancy.organization())
                            .update());
            return true;
        } catch (DataAccessException stillReferredTo) {
            return false;
        }
    }

    private void emptyAsStaff(String table) {
        var organization = Tenancy.organization();
        var remain =
                everybody.inTransaction(staff -> {
                    staff.sql("delete" + ofOrganization(table))
                            .param("organization", organization)
                            .update();
                    return staff.sql("select exists(select" + ofOrganization(table) + ")")
                            .param("organization", organization)
                            .query(Boolean.class)
                            .single();
                });
        if (remain) {
            throw new IllegalStateException("Rows of " + table + " cannot be deleted");
        }
    }

    /** The name comes from the catalogue, quoted there. */
    private static String ofOrganization(String table) {
        return " from " + table + " where organization_id = :organization";
    }
}

package io.taros.platform.sql;

import io.taros.platform.security.Tenancy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every row of the bound organization, whichever module's. For an organization that was made to be
 * thrown away; a customer's is erased by the modules, which know what must be kept.
 */
@Component
public class TenantRows {
    /** Rows refer to each other, so a table may only empty after another one has. */
    private static final int PASSES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TenantRows(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Returns the tables that would not let go of their rows. */
    public List<String> deleteAll() {
        var left = tables();
        for (var pass = 0; pass < PASSES && !left.isEmpty(); pass++) {
            var full = new ArrayList<String>();
            for (var table : tables()) {
                if (!empty(table)) {
                    full.add(table);
                }
            }
            left = full;
        }
        return left;
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

    /** The name comes from the catalogue, quoted there. */
    private boolean empty(String table) {
        try {
            return Boolean.TRUE.equals(
                    transactions.execute(status ->
                            jdbc.sql(
                                                    "delete from "
                                                            + table
                                                            + " where organization_id ="
                                                            + " :organization")
                                            .param("organization", Tenancy.organization())
                                            .update()
                                    == 0));
        } catch (DataAccessException stillReferredTo) {
            return false;
        }
    }
}

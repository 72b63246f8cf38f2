package io.taros.testing;

import io.taros.platform.sql.CrossOrganization;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks through every table, as somebody who has the database and no key. */
@Component
public class Tables {
    private final CrossOrganization everything;

    Tables(CrossOrganization everything) {
        this.everything = everything;
    }

    /** In which a text stands, be it in the midst of bytes. */
    public List<String> with(String text) {
        return where(
                "true",
                """
                position(:text in t::text) > 0 or position(encode(convert_to(:text, 'UTF8'), 'hex') in t::text) > 0
                """,
                text);
    }

    /** With rows of an organization that is not there. */
    public List<String> withRowsOfNobody() {
        return where(
                "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')",
                """
                organization_id <> '00000000-0000-0000-0000-000000000000' and :text = ''
                    and not exists (select from organization o where o.organization_id = t.organization_id)
                """,
                "");
    }

    private List<String> where(String table, String row, String text) {
        return everything.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select c.relname from pg_class c
                                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                                  and c.relname <> 'flyway_schema_history' and %s order by 1
                                """
                                        .formatted(table))
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(name ->
                                jdbc.sql(
                                                "select exists(select from %s t where %s)"
                                                        .formatted(name, row))
                                        .param("text", text)
                                        .query(Boolean.class)
                                        .single())
                        .toList());
    }
}

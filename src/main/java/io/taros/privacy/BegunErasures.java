package io.taros.privacy;

import io.taros.platform.security.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there was when an erasure began: one that fails halfway and is finished later finds little
 * left, and its receipt is about all of it.
 */
@Repository
@Transactional
class BegunErasures {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final JsonMapper json;

    BegunErasures(JdbcClient jdbc, InstantSource clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param found what is there now
     * @return with what was there when it began, where it began before
     */
    Erased begin(OrganizationId organization, Erased found) {
        var all =
                jdbc.sql(
                                "select row_counts::text, files, documents from erasure where subject_id = :id for"
                                        + " update")
                        .param("id", organization.value())
                        .query(this::read)
                        .optional()
                        .map(found::orMore)
                        .orElse(found);
        if (all.isNothing()) {
            return all;
        }
        jdbc.sql(
                        """
                        insert into erasure (subject_id, row_counts, files, documents, began_at)
                        values (:id, :rows::jsonb, :files, :documents, :now)
                        on conflict (subject_id) do update set
                            row_counts = excluded.row_counts, files = excluded.files, documents = excluded.documents
                        """)
                .param("id", organization.value())
                .param("rows", json.writeValueAsString(all.rows()))
                .param("files", all.files())
                .param("documents", all.documents())
                .param("now", clock.instant())
                .update();
        return all;
    }

    void end(OrganizationId organization) {
        jdbc.sql("delete from erasure where subject_id = :id")
                .param("id", organization.value())
                .update();
    }

    private Erased read(ResultSet row, int number) throws SQLException {
        return new Erased(json.readValue(row.getString(1), COUNTS), row.getInt(2), row.getInt(3));
    }
}

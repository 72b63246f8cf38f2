package io.taros.egress;

import io.taros.platform.jobs.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every version of the list that was ever public, the newest first. */
@Repository
@Transactional
class SubProcessorLists {
    record Version(int number, Instant at, List<SubProcessor> entries) {
        Version {
            entries = List.copyOf(entries);
        }
    }

    private static final TypeReference<List<SubProcessor>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Jobs jobs;

    SubProcessorLists(JdbcClient jdbc, JsonMapper json, Jobs jobs) {
        this.jdbc = jdbc;
        this.json = json;
        this.jobs = jobs;
    }

    @Transactional(readOnly = true)
    public List<Version> list(int limit) {
        return jdbc.sql(
                        """
                        select version, at, entries::text as entries from sub_processor_list
                        order by version desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) ->
                        new Version(
                                row.getInt("version"),
                                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                                json.readValue(row.getString("entries"), ENTRIES)))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> last() {
        return list(1).stream().findFirst();
    }

    /**
     * Written together with the news of it, or not at all: nobody comes upon the list without those
     * being told who have to be. Nothing happens if somebody else wrote the version meanwhile.
     */
    public void add(Version version, List<TellOfSubProcessor> news) {
        if (isWritten(version)) {
            news.forEach(jobs::enqueue);
        }
    }

    private boolean isWritten(Version version) {
        return jdbc.sql(
                                """
                                insert into sub_processor_list (version, at, entries)
                                values (:version, :at, :entries::jsonb) on conflict do nothing
                                """)
                        .param("version", version.number())
                        .param("at", version.at())
                        .param("entries", json.writeValueAsString(version.entries()))
                        .update()
                == 1;
    }
}

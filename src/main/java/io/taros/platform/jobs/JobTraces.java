package io.taros.platform.jobs;

import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalTraces;
import io.taros.platform.security.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that waits for what was said with somebody has nothing to do any more. */
@Component
class JobTraces implements PersonalTraces {
    private final JdbcClient jdbc;

    JobTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What runs already finds nothing, and goes by itself. */
    @Override
    public Map<String, Long> forget(Person person) {
        var patterns =
                person.threads().stream().map(UUID::toString).map("%%%s%%"::formatted).toList();
        var rows =
                jdbc.sql(
                                """
                                delete from scheduled_tasks
                                where not picked and convert_from(task_data, 'UTF8')::jsonb ->> 'organization' = :organization
                                  and convert_from(task_data, 'UTF8') like any(:patterns)
                                """)
                        .param("organization", Tenancy.organization().toString())
                        .param("patterns", patterns)
                        .update();
        return Map.of("scheduled_tasks", (long) rows);
    }
}

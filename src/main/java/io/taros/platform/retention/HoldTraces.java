package io.taros.platform.retention;

import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalTraces;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That something was held stays; what it was goes when nothing holds it any more. */
@Component
class HoldTraces implements PersonalTraces {
    private final JdbcClient jdbc;

    HoldTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> forget(Person person) {
        var rows =
                jdbc.sql("delete from legal_hold_thread where thread_id = any(:threads::uuid[])")
                        .param("threads", person.threads())
                        .update();
        return Map.of("legal_hold_thread", (long) rows);
    }
}

package io.taros.conversation;

import io.taros.platform.egress.VisitorTraffic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether anybody chats: then a new vendor would get something of theirs. */
@Component
class ServedVisitors implements VisitorTraffic {
    private final JdbcClient jdbc;

    ServedVisitors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasBegun() {
        return jdbc.sql("select exists (select from conversation)").query(Boolean.class).single();
    }
}

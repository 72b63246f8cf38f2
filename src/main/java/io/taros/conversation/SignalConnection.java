package io.taros.conversation;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One connection of this node that listens for the signals of the others. */
@Component
class SignalConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SignalConnection.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int WAIT_MILLIS = 5_000;

    private final DataSource dataSource;
    private final Signals signals;
    private volatile boolean wanted;
    private @Nullable Thread listener;

    SignalConnection(DataSource dataSource, Signals signals) {
        this.dataSource = dataSource;
        this.signals = signals;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            wanted = true;
            listener = Thread.ofPlatform().daemon().name("signals").start(this::listen);
        }
    }

    @PreDestroy
    void stop() {
        wanted = false;
        if (listener != null) {
            listener.interrupt();
        }
    }

    private void listen() {
        while (wanted) {
            try (var connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (wanted) {
                    LOG.warn(
                            "Listening for signals of other nodes failed, trying again: {}",
                            e.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + OtherNodes.CHANNEL);
        }
        signals.missed();
        var notifications = connection.unwrap(PGConnection.class);
        while (wanted) {
            for (var notification : notifications.getNotifications(WAIT_MILLIS)) {
                signals.heard(notification.getParameter());
            }
        }
    }
}

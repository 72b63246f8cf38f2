package io.taros.notification;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What signs the deliveries of a webhook. After a rotation the secret before signs along, so that
 * the other side can change over without losing anything.
 */
@Repository
public class ChannelSecrets {
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final int BYTES = 24;
    private static final String PREFIX = "whsec_";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final InstantSource clock;
    private final Audit audit;

    ChannelSecrets(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            InstantSource clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.audit = audit;
    }

    private record Row(
            byte @Nullable [] sealedSecret,
            byte @Nullable [] sealedPrevious,
            @Nullable Instant previousUntil) {}

    static String create() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] seal(String column, Channel.Id id, String plain) {
        return keys.encryptText(plain, place(column, id));
    }

    URI openAddress(Channel.Id id, byte[] sealed) {
        return URI.create(keys.decryptText(sealed, place("url", id)));
    }

    /** Whatever signs now, the newest first; none of a channel that is not signed. */
    List<String> live(Channel.Id id) {
        var row = row(id);
        var previous =
                row.previousUntil() != null && row.previousUntil().isAfter(clock.instant())
                        ? open("previous", id, row.sealedPrevious())
                        : null;
        return Stream.of(open("secret", id, row.sealedSecret()), previous)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * @return the new secret, shown once
     */
    public String rotate(Channel.Id id) {
        var current = open("secret", id, row(id).sealedSecret());
        if (current == null) {
            throw new NotFound();
        }
        var next = create();
        var sealedNext = seal("secret", id, next);
        var sealedCurrent = seal("previous", id, current);
        transactions.executeWithoutResult(status -> {
            audit.record(NotificationAction.SECRET_ROTATED, id);
            jdbc.sql(
                            """
                            update notification_channel
                            set sealed_secret = :next, sealed_previous = :current, previous_until = :until where id = :id
                            """)
                    .param("next", sealedNext)
                    .param("current", sealedCurrent)
                    .param("until", clock.instant().plus(OVERLAP))
                    .param("id", id)
                    .update();
        });
        return next;
    }

    /** Before its time; nothing happens where there is none. */
    public void endPrevious(Channel.Id id) {
        transactions.executeWithoutResult(status -> {
            if (row(id).sealedPrevious() != null) {
                audit.record(NotificationAction.SECRET_ENDED, id);
                jdbc.sql(
                                "update notification_channel set sealed_previous = null, previous_until = null where id = :id")
                        .param("id", id)
                        .update();
            }
        });
    }

    private Row row(Channel.Id id) {
        return transactions.execute(status ->
                jdbc.sql(
                                "select sealed_secret, sealed_previous, previous_until from notification_channel where id = :id")
                        .param("id", id)
                        .query(Row.class)
                        .optional()
                        .orElseThrow(NotFound::new));
    }

    private @Nullable String open(String column, Channel.Id id, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decryptText(sealed, place(column, id));
    }

    private static String place(String column, Channel.Id id) {
        return "notification_channel." + column + ":" + id.value();
    }
}

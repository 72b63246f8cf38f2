package io.taros.platform.web;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalTraces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers to REST writes that name somebody are emptied. Their keys stay: whoever repeats such a
 * write must not do it twice.
 */
@Component
class IdempotencyTraces implements PersonalTraces {
    private static final int FETCHED = 200;

    /**
     * @param isMentioned whether one of the conversations is in it; absent where that was not noted
     */
    private record Kept(
            String caller, String key, byte[] sealedBody, @Nullable Boolean isMentioned) {}

    private final JdbcClient jdbc;
    private final OrganizationKeys keys;

    IdempotencyTraces(JdbcClient jdbc, OrganizationKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public Map<String, Long> forget(Person person) {
        var naming = naming(person);
        naming.forEach(this::empty);
        return Map.of("idempotency_key", (long) naming.size());
    }

    private List<Kept> naming(Person person) {
        var naming = new ArrayList<Kept>();
        try (var all =
                jdbc
                        .sql(
                                """
                                select caller, key, sealed_body, mentions && string_to_array(:threads, ',')::uuid[] as is_mentioned from idempotency_key
                                where sealed_body is not null and (:named or mentions is null or mentions && string_to_array(:threads, ',')::uuid[])
                                """)
                        // No list: a statement with a size to fetch binds none.
                        .param("threads", ids(person.threads()))
                        .param("named", !person.words().isEmpty())
                        .withFetchSize(FETCHED)
                        .query(Kept.class)
                        .stream()) {
            all.filter(kept -> isAbout(person, kept)).forEach(naming::add);
        }
        return naming;
    }

    private static String ids(List<UUID> threads) {
        return threads.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private boolean isAbout(Person person, Kept kept) {
        if (Boolean.TRUE.equals(kept.isMentioned())) {
            return true;
        }
        var body =
                new String(
                        keys.decrypt(
                                kept.sealedBody(),
                                IdempotencyKeys.context(kept.caller(), kept.key())),
                        StandardCharsets.UTF_8);
        return person.isNamedIn(body)
                || person.threads().stream().anyMatch(thread -> body.contains(thread.toString()));
    }

    private void empty(Kept kept) {
        jdbc.sql(
                        "update idempotency_key set sealed_body = :body, mentions = '{}' where caller = :caller and key = :key")
                .param(
                        "body",
                        keys.encrypt(
                                new byte[0], IdempotencyKeys.context(kept.caller(), kept.key())))
                .param("caller", kept.caller())
                .param("key", kept.key())
                .update();
    }
}

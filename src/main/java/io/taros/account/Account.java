package io.taros.account;

import java.time.Instant;
import java.util.UUID;

/** A person who can sign in. */
public record Account(Id id, String email, String name, String locale, Instant createdAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}

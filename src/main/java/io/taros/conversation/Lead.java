package io.taros.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a visitor wants to be reached.
 *
 * @param consentText the sentence they agreed to, if there was one
 */
public record Lead(
        Lead.Id id, Lead.Contact contact, @Nullable String consentText, Instant createdAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /**
     * At least one way to answer.
     *
     * @param note what it is about, in the visitor's words
     */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String note) {
        public Contact {
            if (email == null && phone == null) {
                throw new IllegalArgumentException("An e-mail address or a phone number is needed");
            }
        }
    }
}

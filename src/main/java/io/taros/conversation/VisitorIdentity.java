package io.taros.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who a visitor is, by the word of the website they are signed in to.
 *
 * @param subject the website's own name for its user
 */
public record VisitorIdentity(String subject, @Nullable String name, @Nullable String email) {
    /** What people call them. */
    public String shownName() {
        return name != null ? name : email != null ? email : subject;
    }
}

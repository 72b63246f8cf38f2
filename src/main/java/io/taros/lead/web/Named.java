package io.taros.lead.web;

import io.taros.conversation.Lead;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody is called who left something of themselves. */
final class Named {
    private Named() {}

    static String who(Lead.Contact contact) {
        return Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    static @Nullable String reach(Lead.Contact contact) {
        return Stream.of(contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .filter(way -> !way.equals(who(contact)))
                .findFirst()
                .orElse(null);
    }
}

package io.taros.legal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param name of whoever runs this installation, as it stands in the legal texts
 * @param address of theirs, in one line
 * @param contact an e-mail address for questions about data protection; messages of the contact
 *     form go there, too
 */
@ConfigurationProperties("taros.operator")
public record OperatorSettings(
        @Nullable String name, @Nullable String address, @Nullable String contact) {
    /** A variable that is there and empty says nothing. */
    public OperatorSettings {
        name = said(name);
        address = said(address);
        contact = said(contact);
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

package io.taros.platform.security;

import io.taros.platform.sql.Id;
import java.util.UUID;

/** The tenant. It lives here and not in the organization module because tenancy itself does. */
public record OrganizationId(UUID value) implements Id {
    /**
     * Stands for the installation itself where something must be somebody's, such as the audit log
     * of its staff. No organization ever has this id.
     */
    public static final OrganizationId INSTALLATION = new OrganizationId(new UUID(0, 0));

    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.taros.privacy;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An organization goes whole; it is bound. */
@Component
class ErasedOrganizations implements Eraser {
    static final String KIND = "organization";

    private final OrganizationErasure organizations;

    ErasedOrganizations(OrganizationErasure organizations) {
        this.organizations = organizations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return organizations.again();
    }
}

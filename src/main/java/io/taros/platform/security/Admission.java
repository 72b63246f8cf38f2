package io.taros.platform.security;

import io.taros.platform.web.Unserved;
import java.util.Optional;

/**
 * Brought by the module that knows organizations: whether one is served at all. Asked on every
 * request that names one, so that a suspension is in force with the next.
 */
public interface Admission {
    /**
     * What visitors and programs of an organization are told that is not served; people are led to
     * a page by a {@link Detour}.
     */
    Optional<Unserved> refusal(OrganizationId organization, Surface surface);
}

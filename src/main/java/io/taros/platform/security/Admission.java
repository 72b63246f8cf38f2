package io.taros.platform.security;

/**
 * Brought by the module that knows organizations: whether one is served at all. Asked on every
 * request that names one, so that a suspension is in force with the next.
 */
public interface Admission {
    /**
     * @throws io.taros.platform.web.Unserved to visitors and programs of an organization that is
     *     suspended; people are led to a page by a {@link Detour}
     */
    void check(OrganizationId organization, Surface surface);
}

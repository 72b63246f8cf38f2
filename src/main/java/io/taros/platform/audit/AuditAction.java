package io.taros.platform.audit;

/** Something worth remembering. Each module has one enum of its own. */
public interface AuditAction {
    /** In the installation's log: the organization's own is gone for a reason. */
    String ORGANIZATION_ERASED = "organization.erased";

    /** {@code thing.happened}, kept for good: {@code api-key.created}. */
    String code();
}

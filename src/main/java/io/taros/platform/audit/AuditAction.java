package io.taros.platform.audit;

/** Something worth remembering. Each module has one enum of its own. */
public interface AuditAction {
    /** {@code thing.happened}, kept for good: {@code api-key.created}. */
    String code();
}

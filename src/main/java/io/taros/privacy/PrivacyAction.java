package io.taros.privacy;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit logs of organizations and of the installation. */
enum PrivacyAction implements AuditAction {
    CLOSED("organization.closed"),
    REOPENED("organization.reopened"),
    ERASURE_ASKED("organization.erasure-asked"),
    /** In the installation's log: the organization's own is gone. */
    ERASED(AuditAction.ORGANIZATION_ERASED),
    /** In the installation's log. */
    ACCOUNT_ERASED("account.erased"),
    TERM_CHANGED("retention.term-changed"),
    /** What was removed because its time was over. */
    REMOVED("retention.removed"),
    PROOF_TAKEN("privacy.proof-taken");

    /** What the actions about terms begin with. */
    static final String AREA = "retention";

    private final String code;

    PrivacyAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

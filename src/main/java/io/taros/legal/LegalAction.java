package io.taros.legal;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum LegalAction implements AuditAction {
    SIGNED("agreement.signed");

    private final String code;

    LegalAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

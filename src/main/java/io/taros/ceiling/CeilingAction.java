package io.taros.ceiling;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum CeilingAction implements AuditAction {
    CHANGED("ceiling.changed");

    private final String code;

    CeilingAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

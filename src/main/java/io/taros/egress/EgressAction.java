package io.taros.egress;

import io.taros.platform.audit.AuditAction;

/** What this module writes to an organization's audit log. */
enum EgressAction implements AuditAction {
    POLICY_CHANGED("egress.policy-changed"),
    VENDOR_AGREED("egress.vendor-agreed"),
    EXPORTED("egress.exported");

    private final String code;

    EgressAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

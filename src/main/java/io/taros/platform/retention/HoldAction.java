package io.taros.platform.retention;

import io.taros.platform.audit.AuditAction;

/** What is written to the audit log of whose data is held. */
enum HoldAction implements AuditAction {
    PLACED("retention.hold-placed"),
    LIFTED("retention.hold-lifted");

    private final String code;

    HoldAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.block;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum BlockAction implements AuditAction {
    BLOCKED("visitor-block.made"),
    LIFTED("visitor-block.lifted");

    private final String code;

    BlockAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

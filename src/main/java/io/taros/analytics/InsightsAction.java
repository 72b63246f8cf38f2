package io.taros.analytics;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
public enum InsightsAction implements AuditAction {
    EXPORTED("insights.exported");

    private final String code;

    InsightsAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.followup;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum FollowUpAction implements AuditAction {
    SENT("conversation.followup-sent"),
    STOPPED("conversation.followup-stopped");

    private final String code;

    FollowUpAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

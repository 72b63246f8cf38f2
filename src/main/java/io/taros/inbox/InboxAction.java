package io.taros.inbox;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum InboxAction implements AuditAction {
    ASSIGNMENT_CHOSEN("assignment.chosen"),
    CANNED_ADDED("canned-reply.added"),
    CANNED_REMOVED("canned-reply.removed");

    private final String code;

    InboxAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.conversation;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum ConversationAction implements AuditAction {
    DELETED("conversation.deleted");

    private final String code;

    ConversationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

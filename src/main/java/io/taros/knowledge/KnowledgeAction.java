package io.taros.knowledge;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum KnowledgeAction implements AuditAction {
    SOURCE_ADDED("source.added"),
    SOURCE_UNLOCKED("source.unlocked"),
    SOURCE_DELETED("source.deleted");

    private final String code;

    KnowledgeAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

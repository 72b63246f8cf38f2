package io.taros.knowledge;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum KnowledgeAction implements AuditAction {
    SOURCE_ADDED("source.added"),
    SOURCE_CHANGED("source.changed"),
    SOURCE_SHARED("source.shared"),
    SOURCE_WITHDRAWN("source.withdrawn"),
    SOURCE_SYNCED("source.synced"),
    SOURCE_UNLOCKED("source.unlocked"),
    SOURCE_DELETED("source.deleted"),
    DOCUMENT_DELETED("source.document-deleted"),
    PASSAGE_EXCLUDED("source.passage-excluded"),
    PASSAGE_CORRECTED("source.passage-corrected"),
    PASSAGE_LEFT_AS_READ("source.passage-as-read"),
    LOST_MEND_FORGOTTEN("source.mend-forgotten"),
    PAIRS_TOLD_APART("source.told-apart");

    private final String code;

    KnowledgeAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.improve;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum ImproveAction implements AuditAction {
    ANSWER_IMPROVED("answer.improved"),
    QUESTION_DISMISSED("question.dismissed");

    private final String code;

    ImproveAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

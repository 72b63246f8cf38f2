package io.taros.golden;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum GoldenAction implements AuditAction {
    QUESTION_ADDED("golden-question.added"),
    /** Of a bot, however many they were. */
    QUESTIONS_IMPORTED("golden-question.imported"),
    QUESTION_CHANGED("golden-question.changed"),
    QUESTION_REMOVED("golden-question.removed"),
    RUN_STARTED("golden-run.started"),
    /** Of a bot: from now on it is asked every night. */
    NIGHT_SET("golden-night.set"),
    NIGHT_ENDED("golden-night.ended");

    private final String code;

    GoldenAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

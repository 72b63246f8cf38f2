package io.taros.answering;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum CalibrationAction implements AuditAction {
    /** Of a bot: what its answers were judged is forgotten. */
    STARTED_AGAIN("bot-calibration.started-again");

    private final String code;

    CalibrationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

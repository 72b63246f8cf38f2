package io.taros.nudge;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum NudgeAction implements AuditAction {
    DEVICE_ADDED("push-device.added"),
    DEVICE_REMOVED("push-device.removed"),
    DEVICE_ENDED("push-device.ended");

    private final String code;

    NudgeAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

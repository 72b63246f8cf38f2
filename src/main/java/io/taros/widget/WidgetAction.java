package io.taros.widget;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum WidgetAction implements AuditAction {
    SECRET_CREATED("identity-secret.created"),
    SECRET_REVOKED("identity-secret.revoked"),
    IDENTITY_REQUIRED("identity.required"),
    IDENTITY_LEFT_OPEN("identity.left-open"),
    CONSENT_ASKED("visitor-consent.asked"),
    CONSENT_NOT_ASKED("visitor-consent.not-asked"),
    FILES_OFF("visitor-files.off"),
    FILES_ON("visitor-files.on"),
    AI_NOTICE_OFF("ai-notice.off"),
    AI_NOTICE_ON("ai-notice.on");

    private final String code;

    WidgetAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.signon;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum SignOnAction implements AuditAction {
    DOMAIN_ADDED("domain.added"),
    DOMAIN_VERIFIED("domain.verified"),
    DOMAIN_MISSING("domain.missing"),
    DOMAIN_LOST("domain.lost"),
    DOMAIN_REMOVED("domain.removed"),
    JOINING_CHANGED("domain.joining-changed"),
    PROVIDER_SET("single-sign-on.provider-set"),
    SECRET_REPLACED("single-sign-on.secret-replaced"),
    PROVIDER_TRIED("single-sign-on.tried"),
    USE_CHANGED("single-sign-on.use-changed"),
    PROVIDER_REMOVED("single-sign-on.provider-removed"),
    /** An owner came in by password and second factor although the provider is required. */
    PASSED_BY("single-sign-on.passed-by");

    private final String code;

    SignOnAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package io.taros.organization;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum OrganizationAction implements AuditAction {
    ORGANIZATION_OPENED("organization.opened"),
    MEMBER_ADDED("member.added"),
    SIGNED_IN("account.signed-in"),
    SIGN_IN_REFUSED("account.sign-in-refused"),
    API_KEY_CREATED("api-key.created"),
    API_KEY_REVOKED("api-key.revoked");

    private final String code;

    OrganizationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

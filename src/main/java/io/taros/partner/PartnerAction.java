package io.taros.partner;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit logs, most of it to those of partner and client both. */
enum PartnerAction implements AuditAction {
    CERTIFIED("partner.certified"),
    CERTIFICATION_REVOKED("partner.certification-revoked"),
    CONTACT_CHANGED("partner.contact-changed"),
    OPENED("client.opened"),
    OWNER_INVITED("client.owner-invited"),
    ENTERED("client.entered"),
    LIMITED("client.limited"),
    SUSPENDED("client.suspended"),
    RESUMED("client.resumed"),
    HANDED_OVER("client.handed-over"),
    REFUSED("client.access-refused"),
    ADMITTED("client.access-given"),
    LEFT("client.partner-ended");

    private final String code;

    PartnerAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

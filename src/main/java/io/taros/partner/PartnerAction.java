package io.taros.partner;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit logs, most of it to those of partner and client both. */
enum PartnerAction implements AuditAction {
    CERTIFIED("partner.certified"),
    CERTIFICATION_REVOKED("partner.certification-revoked"),
    CONTACT_CHANGED("partner.contact-changed"),
    BRAND_CHANGED("partner.brand-changed"),
    BRAND_REMOVED("partner.brand-removed"),
    SENDER_CHANGED("partner.sender-changed"),
    SENDER_PROVEN("partner.sender-proven"),
    SENDER_REMOVED("partner.sender-removed"),
    DOMAIN_ADDED("partner.domain-added"),
    DOMAIN_VERIFIED("partner.domain-verified"),
    DOMAIN_LOST("partner.domain-lost"),
    DOMAIN_REMOVED("partner.domain-removed"),
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

package io.taros.partner.web;

/** The pages of a partner's room, in the order of their tabs. */
public enum PartnerTab {
    CLIENTS("/partner"),
    BRAND("/partner/brand"),
    DOMAIN("/partner/domain");

    private final String address;

    PartnerTab(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}

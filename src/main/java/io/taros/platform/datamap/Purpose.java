package io.taros.platform.datamap;

/** P-17, P-18: what something is kept for, with whose part and on which basis. */
public enum Purpose {
    /** Accounts, organizations, their members and settings. */
    ACCOUNTS(Part.CONTROLLER, LegalBasis.CONTRACT),
    /** Proving who somebody is; telling misuse; who did what. */
    SECURITY(Part.CONTROLLER, LegalBasis.LEGITIMATE_INTEREST),
    /** Showing that what the law asks for was done. */
    ACCOUNTABILITY(Part.CONTROLLER, LegalBasis.LEGAL_OBLIGATION),
    /** Mail that nobody needs. */
    NEWS(Part.CONTROLLER, LegalBasis.CONSENT),
    /** Answering whoever writes to the operator. */
    INQUIRIES(Part.CONTROLLER, LegalBasis.LEGITIMATE_INTEREST),
    /**
     * Deciding whom to work with: what is done because an applicant asked for it, before there is a
     * contract. Keeping it for later takes their consent.
     */
    RECRUITMENT(Part.CONTROLLER, LegalBasis.CONTRACT),
    /** What organizations buy and spend. */
    BILLING(Part.CONTROLLER, LegalBasis.CONTRACT),
    /** Books that a law asks for. */
    BOOKKEEPING(Part.CONTROLLER, LegalBasis.LEGAL_OBLIGATION),
    /** Chats with visitors. */
    CONVERSATIONS(Part.PROCESSOR, LegalBasis.INSTRUCTIONS),
    /** What bots know. */
    KNOWLEDGE(Part.PROCESSOR, LegalBasis.INSTRUCTIONS),
    /** Making the answers of one organization's own bot better. */
    IMPROVEMENT(Part.PROCESSOR, LegalBasis.INSTRUCTIONS);

    private final Part part;
    private final LegalBasis basis;

    Purpose(Part part, LegalBasis basis) {
        this.part = part;
        this.basis = basis;
    }

    public Part part() {
        return part;
    }

    public LegalBasis basis() {
        return basis;
    }
}

package io.taros.platform.datamap;

/** Why something may be kept. Source: GDPR Art. 6 (1); the last is Art. 28. */
public enum LegalBasis {
    CONSENT("6 (1) (a)"),
    CONTRACT("6 (1) (b)"),
    LEGAL_OBLIGATION("6 (1) (c)"),
    LEGITIMATE_INTEREST("6 (1) (f)"),
    /** The organization has the basis, and says which. */
    INSTRUCTIONS("28 (3)");

    private final String article;

    LegalBasis(String article) {
        this.article = article;
    }

    /** Of the GDPR. */
    public String article() {
        return article;
    }
}

package io.taros.platform.egress;

/** What makes it lawful that data leaves the EU and the EEA (GDPR chapter V). */
public enum Safeguard {
    /** It does not leave. */
    NONE_NEEDED,
    /** No personal data goes there. */
    NO_PERSONAL_DATA,
    /** The Commission finds the country's law adequate (Art. 45). */
    ADEQUACY,
    /** Standard contractual clauses (Art. 46). */
    CONTRACT_CLAUSES,
    UNKNOWN
}

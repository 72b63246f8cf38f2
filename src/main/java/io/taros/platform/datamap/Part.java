package io.taros.platform.datamap;

/** Which part a Taros installation has in data protection. Source: GDPR Art. 4 (7) and (8). */
public enum Part {
    CONTROLLER,
    /** On the instructions of the organization, which is controller. */
    PROCESSOR
}

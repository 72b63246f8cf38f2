package io.taros.platform.datamap;

/** Where something is kept. */
public enum Place {
    TABLE,
    FILE,
    INDEX,
    /** Payloads of work that waits. */
    JOB,
    /** Of whoever uses a page or the widget. */
    BROWSER,
    /** Lines the server writes about what it does. */
    LOG
}

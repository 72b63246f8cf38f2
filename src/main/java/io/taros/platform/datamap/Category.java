package io.taros.platform.datamap;

/** What kind of personal data something is. */
public enum Category {
    /** Name, e-mail, phone. */
    CONTACT,
    /** Roles, choices, names of things somebody made. */
    SETTINGS,
    /** What proves who somebody is: passwords, keys, tokens, codes. */
    CREDENTIAL,
    /** What was said, rated and left in a chat. */
    CONVERSATION,
    /** Browser, device, time zone, page, language; never an address. */
    TECHNICAL,
    /** What was done when, and by whom. */
    ACTIVITY,
    /** What was bought and paid. */
    PURCHASE,
    /** What somebody tells of themselves to get a job: CV and references. */
    APPLICATION,
    /** What somebody agreed to. */
    CONSENT,
    /** Pages, files, texts and questions with answers; may name people. */
    KNOWLEDGE
}

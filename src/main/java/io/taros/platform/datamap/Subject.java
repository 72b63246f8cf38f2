package io.taros.platform.datamap;

/** Whom something is about. */
public enum Subject {
    /** Who chats on somebody's website. */
    VISITOR,
    /** Who has an account, in whatever organization. */
    MEMBER,
    /** Who runs this installation. */
    STAFF,
    /** Who writes to the operator. */
    INQUIRER,
    /** Who wants to work for the operator. */
    APPLICANT,
    /** Whoever is named in what an organization teaches its bots. */
    NAMED
}

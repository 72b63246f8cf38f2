package io.taros.account;

/** Brought by the module that invites people: whoever is invited may have an account. */
public interface Invited {
    /**
     * @param invitation the secret of its link
     */
    boolean isOpen(String invitation, String email);
}

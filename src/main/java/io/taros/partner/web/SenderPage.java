package io.taros.partner.web;

import io.taros.platform.web.View;

/**
 * Whether mail may be sent in the name of the mailbox this link was mailed to.
 *
 * @param address where its form goes; empty where there is none
 * @param partner who wants to
 */
public record SenderPage(State state, String address, String partner, String email)
        implements View {
    public static final SenderPage DONE = new SenderPage(State.DONE, "", "", "");
    public static final SenderPage GONE = new SenderPage(State.GONE, "", "", "");

    public enum State {
        ASKED,
        DONE,
        GONE
    }

    @Override
    public String template() {
        return "partner/sender";
    }
}

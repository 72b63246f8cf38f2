package io.taros.followup.web;

import io.taros.platform.web.View;

/**
 * Whether somebody wants no more mails about their conversation.
 *
 * @param address where its form goes; empty where there is none
 */
public record StopMailsPage(State state, String address, String bot) implements View {
    public static final StopMailsPage DONE = new StopMailsPage(State.DONE, "", "");
    public static final StopMailsPage GONE = new StopMailsPage(State.GONE, "", "");

    public enum State {
        ASKED,
        DONE,
        GONE
    }

    public static StopMailsPage asked(String address, String bot) {
        return new StopMailsPage(State.ASKED, address, bot);
    }

    @Override
    public String template() {
        return "followup/stop";
    }
}

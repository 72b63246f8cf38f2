package io.taros.widget.web;

import io.taros.platform.web.View;

/**
 * Whether a chat is to be mailed to the mailbox this link was mailed to.
 *
 * @param address where its form goes; empty where there is none
 */
public record TranscriptLinkPage(State state, String address, String bot, String email)
        implements View {
    public static final TranscriptLinkPage DONE = new TranscriptLinkPage(State.DONE, "", "", "");
    public static final TranscriptLinkPage GONE = new TranscriptLinkPage(State.GONE, "", "", "");

    public enum State {
        ASKED,
        DONE,
        GONE
    }

    @Override
    public String template() {
        return "widget/transcript-link";
    }
}

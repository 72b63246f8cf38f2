package io.taros.account.web;

import io.taros.platform.web.View;

/** One thing to know, and where to go from there. */
public record NoticePage(Notice notice) implements View {
    /** Each has a title, a sentence and the words of its link below {@code account.notice.…}. */
    public enum Notice {
        INVITED_ONLY("/sign-in", "key"),
        REGISTERED("/sign-in", "horizon"),
        RESET_SENT("/sign-in", "horizon"),
        NO_MAIL("/sign-in", "horizon"),
        RESET_DONE("/sign-in", "key"),
        LINK_DEAD("/sign-in", "horizon"),
        ADDRESS_CHANGED("/account", "horizon"),
        ADDRESS_RESTORED("/forgotten", "key"),
        NEWS_ON("/account", "horizon"),
        MAIL_OFF("/account", "horizon"),
        IDENTITY_NOT_ASKED("/sign-in", "horizon"),
        IDENTITY_DENIED("/sign-in", "horizon"),
        IDENTITY_NOT_PROVEN("/sign-in", "horizon"),
        IDENTITY_SILENT("/sign-in", "horizon"),
        IDENTITY_NO_EMAIL("/sign-in", "horizon"),
        IDENTITY_KNOWN_EMAIL("/sign-in", "key"),
        IDENTITY_TAKEN("/account/security", "horizon"),
        IDENTITY_NOT_YOURS("/account/security", "horizon"),
        IDENTITY_PROVEN("/account/security", "key"),
        SINGLE_OFF("/sign-in", "horizon"),
        SINGLE_FOREIGN_ADDRESS("/sign-in", "horizon"),
        SINGLE_DOMAIN_GONE("/sign-in", "horizon"),
        SINGLE_FOREIGN_ACCOUNT("/sign-in", "horizon"),
        SINGLE_SOMEBODY_ELSE("/sign-in", "horizon"),
        SINGLE_UNPROVEN_ACCOUNT("/sign-in", "key"),
        SINGLE_NO_MEMBER("/sign-in", "key"),
        SINGLE_NO_SEAT("/sign-in", "key");

        private final String path;
        private final String drawing;

        Notice(String path, String drawing) {
            this.path = path;
            this.drawing = drawing;
        }

        /** Why somebody is not let in by an organization's own provider. */
        public static Notice ofSingle(String reason) {
            return valueOf("SINGLE_" + reason);
        }

        public String path() {
            return path;
        }

        public String drawing() {
            return drawing;
        }
    }

    @Override
    public String template() {
        return "account/notice";
    }
}

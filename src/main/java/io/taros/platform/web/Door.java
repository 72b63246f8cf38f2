package io.taros.platform.web;

import io.taros.platform.security.Permission;
import java.util.Set;

/** The rooms of the dashboard, in the order they stand on the rail. */
public enum Door {
    HOME("/home", "house", Permission.ACCOUNT),
    INBOX("/inbox", "inbox", Permission.CONVERSATION_READ),
    KNOWLEDGE("/knowledge", "book-open", Permission.KNOWLEDGE_READ),
    BOT("/bot", "message-circle", Permission.BOT_READ),
    TEST("/test", "flask-conical", Permission.ANSWER),
    PEOPLE("/people/leads", "users", Permission.LEAD_READ),
    INSIGHTS("/insights", "gauge", Permission.INSIGHT_READ),
    /** Stands open in partners only. */
    PARTNER("/partner", "store", Permission.PARTNER_MANAGE),
    /** Open to whoever may see one of its pages. */
    SETTINGS(
            "/settings",
            "settings",
            Permission.ORGANIZATION_MANAGE,
            Permission.MEMBER_MANAGE,
            Permission.API_KEY_MANAGE,
            Permission.AUDIT_READ,
            Permission.EGRESS_READ,
            Permission.SUBJECT_REQUEST_MANAGE),
    /** Of the installation, not of any organization: in the menu of an account that is staff. */
    STAFF("/staff", "shield", Permission.ACCOUNT);

    /** What the palette offers besides going somewhere. */
    public enum Command {
        SEARCH_CONVERSATIONS("/inbox/search", "search", Permission.CONVERSATION_READ),
        ADD_WEBSITE("/knowledge?add=website", "globe", Permission.KNOWLEDGE_WRITE),
        ADD_FILES("/knowledge?add=files", "file-text", Permission.KNOWLEDGE_WRITE),
        ADD_TEXT("/knowledge?add=text", "type", Permission.KNOWLEDGE_WRITE),
        ADD_QUESTION(
                "/knowledge/questions?add=question", "circle-help", Permission.KNOWLEDGE_WRITE),
        SNIPPET("/bot/widget#snippet", "code", Permission.BOT_READ);

        private final String address;
        private final String icon;
        private final Permission permission;

        Command(String address, String icon, Permission permission) {
            this.address = address;
            this.icon = icon;
            this.permission = permission;
        }

        public String address() {
            return address;
        }

        public String icon() {
            return icon;
        }

        public Permission permission() {
            return permission;
        }
    }

    private final String address;
    private final String icon;
    private final Set<Permission> permissions;

    Door(String address, String icon, Permission... permissions) {
        this.address = address;
        this.icon = icon;
        this.permissions = Set.of(permissions);
    }

    public String address() {
        return address;
    }

    /** A symbol of {@code static/icon/icons.svg}. */
    public String icon() {
        return icon;
    }

    /** Whether the reader may go there. */
    public boolean isFor(Shell shell) {
        return !shell.shut().contains(this) && permissions.stream().anyMatch(shell::may);
    }

    public boolean isOnRail() {
        return this != STAFF;
    }

    public boolean isOpenAt(Shell shell) {
        return shell.isAt(address);
    }
}

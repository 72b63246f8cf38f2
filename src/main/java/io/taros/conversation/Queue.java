package io.taros.conversation;

/** The lists that people work through. */
public enum Queue {
    /** What the reader sees to. */
    MINE("assignee = :me and state in ('BOT', 'WAITING', 'PERSON') and is_here"),
    /** What is left to the teams the reader is in. */
    TEAMS("team_id = any(:teams::uuid[]) and state in ('WAITING', 'PERSON') and is_here"),
    /** What needs somebody and has nobody, or somebody who is no member any more. */
    UNASSIGNED(
            """
            (assignee is null or not exists (select from member m
                    where m.organization_id = c.organization_id and m.account_id = assignee))
            and state in ('WAITING', 'PERSON') and is_here
            """),
    /** Whoever was promised a person, and has none yet. */
    WAITING("state = 'WAITING' and is_here"),
    /** What the bot sees to. */
    BOT("state = 'BOT'"),
    /** Where a note calls the reader. */
    MENTIONS(
            "exists (select from note n where n.conversation_id = c.id and :me::uuid = any(n.mentions))"),
    /** Put off for later. */
    SNOOZED("state in ('WAITING', 'PERSON') and not is_here"),
    CLOSED("state in ('RESOLVED', 'CLOSED')"),
    ALL("true");

    private final String condition;

    Queue(String condition) {
        this.condition =
                condition.replace("is_here", "coalesce(snoozed_until <= :now::timestamptz, true)");
    }

    /** Of conversations {@code c}, for {@code :me} in {@code :teams}, {@code :now}. */
    String condition() {
        return condition;
    }
}

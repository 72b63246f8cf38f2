package io.taros.platform.web;

import java.util.List;
import java.util.UUID;

/** Which bot a room is about, where an organization has several. */
public record BotPick(UUID chosen, List<Choice> choices) {
    public record Choice(UUID bot, String name) {}

    public BotPick {
        choices = List.copyOf(choices);
    }

    public boolean hasSeveral() {
        return choices.size() > 1;
    }

    public String name() {
        return choices.stream()
                .filter(choice -> choice.bot().equals(chosen))
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }

    /** To stay with the chosen bot behind a link; nothing where there is only one. */
    public String query(String before) {
        return hasSeveral() ? before + "bot=" + chosen : "";
    }
}

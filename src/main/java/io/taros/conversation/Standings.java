package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How conversations stand, read without opening a key: for whoever is in a transaction. */
@Repository
@Transactional(readOnly = true)
public class Standings {
    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Standing(Bot.Id botId, Conversation.State state, Account.@Nullable Id assignee) {}

    public Optional<Standing> find(Conversation.Id id) {
        return jdbc.sql("select bot_id, state, assignee from conversation where id = :id")
                .param("id", id)
                .query(Standing.class)
                .optional();
    }
}

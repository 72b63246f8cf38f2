package io.taros.knowledge;

import io.taros.bot.Bot;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to learn from, as it is handed in. */
public sealed interface NewSource {
    Bot.Id bot();

    /** A site to follow from this page on. */
    record Website(Bot.Id bot, String url, @Nullable String title) implements NewSource {}

    /** The pages a site map lists, and no others. */
    record Sitemap(Bot.Id bot, String url, @Nullable String title) implements NewSource {}

    record Text(Bot.Id bot, @Nullable String title, String text) implements NewSource {}

    /**
     * A file of any kind; its name is only a title. What is in it is fetched when there is room for
     * it.
     */
    record File(Bot.Id bot, String name, long size, Content content) implements NewSource {
        public File(Bot.Id bot, String name, byte[] content) {
            this(bot, name, content.length, () -> content);
        }

        @FunctionalInterface
        public interface Content {
            byte[] bytes() throws IOException;
        }
    }

    /** Empty at first: a program hands its documents in. */
    record Api(Bot.Id bot, @Nullable String title) implements NewSource {}

    /** A question, other ways to ask it, and the answer to give word for word. */
    record Qa(Bot.Id bot, String question, List<String> phrasings, String answer)
            implements NewSource {
        public Qa {
            phrasings = List.copyOf(phrasings);
        }
    }
}

package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.crawl.PageRules;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to learn from, as it is handed in. */
public sealed interface NewSource {
    Bot.Id bot();

    /** A site to follow from this page on. */
    record Website(Bot.Id bot, String url, @Nullable String title, Wish wish) implements NewSource {
        public Website(Bot.Id bot, String url, @Nullable String title) {
            this(bot, url, title, Wish.NONE);
        }
    }

    /** One page and nothing it links to. */
    record Page(Bot.Id bot, String url, @Nullable String title, Recrawl recrawl)
            implements NewSource {}

    /** The pages a site map lists, and no others. */
    record Sitemap(Bot.Id bot, String url, @Nullable String title, Wish wish) implements NewSource {
        public Sitemap(Bot.Id bot, String url, @Nullable String title) {
            this(bot, url, title, Wish.NONE);
        }
    }

    /** Which pages and how often, as it was written down. */
    record Wish(List<String> include, List<String> exclude, Recrawl recrawl) {
        public static final Wish NONE = new Wish(List.of(), List.of(), Recrawl.NEVER);

        public Wish {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
        }

        CrawlPlan plan(String url) {
            return new CrawlPlan(PageRules.of(include, exclude, URI.create(url)), recrawl);
        }
    }

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

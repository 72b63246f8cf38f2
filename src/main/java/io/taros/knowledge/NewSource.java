package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.crawl.Crawler;
import io.taros.knowledge.crawl.PageRules;
import io.taros.platform.web.BadInput;
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
    record Page(Bot.Id bot, String url, @Nullable String title, @Nullable Recrawl recrawl)
            implements NewSource {}

    /** The pages a site map lists, and no others. */
    record Sitemap(Bot.Id bot, String url, @Nullable String title, Wish wish) implements NewSource {
        public Sitemap(Bot.Id bot, String url, @Nullable String title) {
            this(bot, url, title, Wish.NONE);
        }
    }

    /** Which pages and how often, as it was written down; what is absent stays as it is. */
    record Wish(
            @Nullable List<String> include,
            @Nullable List<String> exclude,
            @Nullable Recrawl recrawl) {
        public static final Wish NONE = new Wish(null, null, null);

        public Wish {
            include = include == null ? null : List.copyOf(include);
            exclude = exclude == null ? null : List.copyOf(exclude);
        }

        CrawlPlan plan(String url, CrawlPlan before) {
            URI start =
                    Crawler.address(url)
                            .orElseThrow(() -> new BadInput("url", "knowledge.input.url"));
            PageRules typed = PageRules.of(orNone(include), orNone(exclude), start);
            return new CrawlPlan(
                    new PageRules(
                            include == null ? before.rules().include() : typed.include(),
                            exclude == null ? before.rules().exclude() : typed.exclude()),
                    recrawl == null ? before.recrawl() : recrawl);
        }

        private static List<String> orNone(@Nullable List<String> patterns) {
            return patterns == null ? List.of() : patterns;
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

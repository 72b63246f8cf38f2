package io.taros.knowledge.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a web page: its main content as text, its links, and its wishes to be left alone. */
public final class HtmlReader {
    private static final int MAX_LINKS = 2_000;
    private static final int MAX_TITLE = 300;
    private static final int MAX_ALTERNATES = 100;
    private static final Pattern REFRESH =
            Pattern.compile("(?i)\\s*(\\d+)\\s*[;,]\\s*url\\s*=\\s*['\"]?([^'\"]+).*");

    private HtmlReader() {}

    /**
     * @param declared the Content-Type header, whose charset wins over the page's own
     */
    public static HtmlPage read(byte[] body, @Nullable String declared, String url) {
        String html = Charsets.decode(body, declared, true);
        Document document = Jsoup.parse(html, url, Parser.htmlParser().setMaxDepth(400));
        RobotsWishes robots = robots(document);
        Element canonical = document.selectFirst("link[rel~=(?i)^canonical$][href]");
        String title = title(document);
        List<String> links = links(document);
        String language = language(document);
        String refresh = refresh(document);
        boolean scriptBuilt = ScriptBuilt.is(document);
        List<String> margin = Margin.of(document);
        String text = text(document, title);
        return new HtmlPage(
                title,
                text,
                beside(text, margin),
                scriptBuilt && text.length() < ScriptBuilt.LITTLE,
                language,
                canonical == null ? null : canonical.absUrl("href"),
                refresh,
                robots.mayIndex(),
                robots.mayFollow(),
                alternates(document),
                links);
    }

    private static String text(Document document, String title) {
        LinkedData data = LinkedData.of(document);
        Folded.openIn(document);
        Element content = MainContent.of(document);
        Element headline = content.selectFirst("h1");
        if (headline != null && isTitle(headline.text(), title)) {
            headline.remove();
        }
        return data.completes(BlockWriter.write(content));
    }

    /** A page of little else is read with all that stands below it. */
    private static List<String> beside(String text, List<String> margin) {
        String said = plain(text);
        return margin.stream().filter(block -> !said.contains(plain(block))).toList();
    }

    /**
     * The title is kept beside the text and stands in front of every passage; twice would be once
     * too often.
     */
    private static boolean isTitle(String headline, String title) {
        String mine = plain(headline);
        return !mine.isEmpty() && plain(title).contains(mine);
    }

    /** Letters and digits alone, to compare by. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String title(Document document) {
        String title = BlockWriter.squeeze(document.title());
        if (title.isEmpty()) {
            Element headline = document.selectFirst("h1");
            title = headline == null ? "" : BlockWriter.squeeze(headline.text());
        }
        return title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
    }

    private static List<String> links(Document document) {
        Set<String> links = new LinkedHashSet<>();
        for (Element link : document.select("a[href], area[href]")) {
            String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
            String target = link.absUrl("href").strip();
            if (!rel.contains(" nofollow ") && !target.isEmpty() && links.size() < MAX_LINKS) {
                links.add(target);
            }
        }
        return List.copyOf(links);
    }

    /** As the page says it, or its address among those of its versions. */
    private static @Nullable String language(Document document) {
        return Stream.of(
                        document.select("html[lang]").attr("lang"),
                        document.select("html[xml:lang]").attr("xml:lang"),
                        document.select("meta[http-equiv~=(?i)^content-language$]").attr("content"),
                        hreflangOf(document),
                        document.select("meta[property=og:locale]").attr("content"))
                .flatMap(said -> DeclaredLanguage.of(said).stream())
                .findFirst()
                .orElse(null);
    }

    private static String hreflangOf(Document document) {
        return document.select("link[rel~=(?i)^alternate$][hreflang][href]").stream()
                .filter(version -> version.absUrl("href").equals(document.baseUri()))
                .map(version -> version.attr("hreflang"))
                .findFirst()
                .orElse("");
    }

    private static List<String> alternates(Document document) {
        return document.select("link[rel~=(?i)^alternate$][hreflang][href]").stream()
                .map(link -> link.absUrl("href").strip())
                .filter(address -> !address.isEmpty())
                .distinct()
                .limit(MAX_ALTERNATES)
                .toList();
    }

    private static RobotsWishes robots(Document document) {
        return RobotsWishes.of(
                document.select("meta[name~=(?i)^(robots|tarosbot)$]").eachAttr("content"),
                "tarosbot");
    }

    private static @Nullable String refresh(Document document) {
        for (Element meta : document.select("meta[http-equiv~=(?i)^refresh$]")) {
            Matcher refresh = REFRESH.matcher(meta.attr("content"));
            if (refresh.matches()
                    && Integer.parseInt(
                                    "0"
                                            + refresh.group(1)
                                                    .substring(
                                                            0,
                                                            Math.min(3, refresh.group(1).length())))
                            <= 10) {
                meta.attr("data-target", refresh.group(2).strip());
                return meta.absUrl("data-target");
            }
        }
        return null;
    }
}

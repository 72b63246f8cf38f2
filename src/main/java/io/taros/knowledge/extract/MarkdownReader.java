package io.taros.knowledge.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads Markdown by way of HTML, so that both end in the same blocks. */
final class MarkdownReader {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("(?s)\\A---\\R(.{0,5000}?)\\R---\\R");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*[\"']?(.*?)[\"']?\\s*$");
    private static final List<TablesExtension> TABLES =
            List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(TABLES).maxOpenBlockParsers(100).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(TABLES).build();

    private MarkdownReader() {}

    static Extracted.Text read(String markdown, String name) {
        Matcher matter = FRONT_MATTER.matcher(markdown);
        boolean hasMatter = matter.find();
        String title = hasMatter ? title(matter.group(1)) : "";
        String body = hasMatter ? markdown.substring(matter.end()) : markdown;
        Document document = Jsoup.parseBodyFragment(HTML.render(PARSER.parse(body)));
        Element headline = document.body().selectFirst("h1");
        if (title.isEmpty() && headline != null) {
            title = BlockWriter.squeeze(headline.text());
            headline.remove();
        }
        return new Extracted.Text(
                title.isEmpty() ? name : title, BlockWriter.write(document.body()), null);
    }

    private static String title(String matter) {
        Matcher title = TITLE.matcher(matter);
        return title.find() ? BlockWriter.squeeze(title.group(1)) : "";
    }
}

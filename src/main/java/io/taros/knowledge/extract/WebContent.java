package io.taros.knowledge.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an address answered with: a page with links, or a file like any other. */
public sealed interface WebContent {
    record Page(HtmlPage page) implements WebContent {}

    record File(Extracted file) implements WebContent {}

    static WebContent read(byte[] body, @Nullable String contentType, String url) {
        boolean declaredHtml =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
        FileKind kind = FileKind.of(body, nameOf(url));
        if (kind == FileKind.HTML || (declaredHtml && !kind.isBinary())) {
            HtmlPage page = HtmlReader.read(body, contentType, url);
            return page.text().length() > TextExtractor.MAX_TEXT
                    ? new File(new Extracted.Unreadable(ReadProblem.TOO_LONG))
                    : new Page(page);
        }
        boolean text = kind == FileKind.TEXT || kind == FileKind.MARKDOWN || kind == FileKind.CSV;
        byte[] known =
                text
                        ? Charsets.decode(body, contentType, false).getBytes(StandardCharsets.UTF_8)
                        : body;
        return new File(TextExtractor.extract(known, nameOf(url)));
    }

    private static String nameOf(String url) {
        String path = url.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

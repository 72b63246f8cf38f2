package io.taros.knowledge.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads any file a source may be. How long that takes and how much memory, the file decides; so it
 * happens in a process of its own ({@link Readers}).
 */
final class TextExtractor {
    /** More is a book or a trick, and would be embedded for hours. */
    static final int MAX_TEXT = 10 << 20;

    private static final Pattern OFFICE = Pattern.compile(".*\\.(docx|xlsx|pptx|odt|ods|odp|epub)");

    private TextExtractor() {}

    /**
     * @param name the file's name without its extension becomes the title where the file has none
     */
    static Extracted extract(byte[] content, String name) {
        return extract(content, name, 0);
    }

    /**
     * @param depth how many files it came within
     */
    static Extracted extract(byte[] content, String name, int depth) {
        if (content.length == 0) {
            return new Extracted.Unreadable(ReadProblem.EMPTY);
        }
        String title = name.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
        return switch (FileKind.of(content, name)) {
            case PDF -> readable(PdfReader.read(content, title));
            case DOCX -> readable(DocxReader.read(content, title));
            case XLSX -> readable(SheetsReader.read(content, title));
            case PPTX -> readable(SlidesReader.read(content, title));
            case ODF -> readable(OdfReader.read(content, title));
            case EPUB -> readable(EpubReader.read(content, title));
            case RTF -> readable(RtfReader.read(content, title));
            case MAIL -> readable(MailReader.read(content, title, depth));
            case ZIP -> archive(content, name, depth);
            case HTML -> readable(html(content, title));
            case MARKDOWN -> readable(MarkdownReader.read(decoded(content), title));
            case CSV -> readable(CsvReader.read(decoded(content), title));
            case TEXT -> readable(new Extracted.Text(title, PlainText.of(decoded(content)), null));
            case OLD_OFFICE -> new Extracted.Unreadable(ReadProblem.OLD_OFFICE);
            case LOCKED_OFFICE -> new Extracted.Unreadable(ReadProblem.LOCKED);
            case ARCHIVE -> new Extracted.Unreadable(claimed(name, ReadProblem.ARCHIVE));
            case UNKNOWN -> new Extracted.Unreadable(claimed(name, ReadProblem.KIND_UNKNOWN));
        };
    }

    private static String decoded(byte[] content) {
        return Charsets.decode(content, null, false);
    }

    private static Extracted archive(byte[] content, String name, int depth) {
        return switch (readable(ArchiveReader.read(content, name, depth))) {
            case Extracted.Text text -> text;
            case Extracted.Unreadable(var problem) ->
                    new Extracted.Unreadable(claimed(name, problem));
        };
    }

    /** To be told that a PDF is no PDF helps nobody: by its name it is a broken one. */
    private static ReadProblem claimed(String name, ReadProblem otherwise) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".pdf")) {
            return ReadProblem.PDF_DAMAGED;
        }
        return OFFICE.matcher(lower).matches() ? ReadProblem.DAMAGED : otherwise;
    }

    private static Extracted html(byte[] content, String title) {
        HtmlPage page = HtmlReader.read(content, null, "");
        return new Extracted.Text(
                page.title().isEmpty() ? title : page.title(), page.text(), page.language());
    }

    private static Extracted readable(Extracted extracted) {
        return switch (extracted) {
            case Extracted.Text(_, String text, _) when text.isBlank() ->
                    new Extracted.Unreadable(ReadProblem.EMPTY);
            case Extracted.Text(_, String text, _) when text.length() > MAX_TEXT ->
                    new Extracted.Unreadable(ReadProblem.TOO_LONG);
            case Extracted.Text _, Extracted.Unreadable _ -> extracted;
        };
    }
}

package io.taros.knowledge.extract;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the chapters of a book in their order. */
final class EpubReader {
    private EpubReader() {}

    /** What a book says of itself, and where its chapters are. */
    private record Contents(String title, @Nullable String language, List<String> chapters) {}

    static Extracted read(byte[] content, String name) {
        try (var parts = ZipParts.of(content)) {
            var contents = contents(parts);
            var out = new StructuredText();
            var locked = false;
            for (var chapter : contents.chapters()) {
                var page = parts.find(chapter).flatMap(EpubReader::page);
                locked |= page.isEmpty();
                page.ifPresent(document -> chapter(out, document));
            }
            if (out.length() == 0 && locked) {
                return new Extracted.Unreadable(ReadProblem.LOCKED);
            }
            return new Extracted.Text(
                    contents.title().isEmpty() ? name : contents.title(),
                    out.text(),
                    contents.language());
        } catch (ZipParts.Inflates bomb) {
            return new Extracted.Unreadable(ReadProblem.INFLATES);
        } catch (ZipParts.Locked locked) {
            return new Extracted.Unreadable(ReadProblem.LOCKED);
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            return new Extracted.Unreadable(ReadProblem.DAMAGED);
        }
    }

    /** Copy protection leaves noise where the page was. */
    private static Optional<Document> page(byte[] content) {
        var text = Charsets.decode(content, null, true);
        return text.contains("<") ? Optional.of(Jsoup.parse(text)) : Optional.empty();
    }

    private static void chapter(StructuredText out, Document page) {
        var text = BlockWriter.write(page.body());
        if (text.isBlank()) {
            return;
        }
        var isTitled = page.body().selectFirst("h1, h2, h3") != null;
        if (isTitled || page.title().isBlank()) {
            out.text(text);
        } else {
            out.part(page.title(), text);
        }
    }

    private static Contents contents(ZipParts parts) throws IOException, XMLStreamException {
        var container = part(parts, "META-INF/container.xml");
        var xml = SafeXml.reader(container);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("rootfile")) {
                var path = SafeXml.attribute(xml, "full-path");
                return contents(part(parts, path), path);
            }
        }
        throw new IOException("No contents");
    }

    private static Contents contents(byte[] listing, String path) throws XMLStreamException {
        var xml = SafeXml.reader(listing);
        var title = "";
        String language = null;
        var files = new HashMap<String, String>();
        var chapters = new ArrayList<String>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "title" ->
                        title = title.isEmpty() ? BlockWriter.squeeze(xml.getElementText()) : title;
                case "language" ->
                        language = DeclaredLanguage.of(xml.getElementText()).orElse(null);
                case "item" ->
                        files.put(
                                SafeXml.attribute(xml, "id"),
                                beside(path, SafeXml.attribute(xml, "href")));
                case "itemref" ->
                        chapters.add(files.getOrDefault(SafeXml.attribute(xml, "idref"), ""));
                default -> {}
            }
        }
        return new Contents(title, language, chapters);
    }

    private static String beside(String path, String href) {
        var folder = URI.create("/").resolve(path.replace(" ", "%20"));
        var name = folder.resolve(href.replace(" ", "%20")).getRawPath().substring(1);
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static byte[] part(ZipParts parts, String name) throws IOException {
        return parts.find(name).orElseThrow(() -> new IOException("No " + name));
    }
}

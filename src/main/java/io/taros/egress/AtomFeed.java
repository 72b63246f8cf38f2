package io.taros.egress;

import io.taros.egress.web.SubProcessorsPage.Change;
import io.taros.platform.web.Texts;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes changes as Atom (RFC 4287). */
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String address;
    private final Texts texts;

    AtomFeed(String address, Texts texts) {
        this.address = address;
        this.texts = texts;
    }

    String write(List<Change> changes) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", address);
            text(xml, "title", texts.get("egress.sub.title"));
            text(
                    xml,
                    "updated",
                    changes.isEmpty()
                            ? Instant.EPOCH.toString()
                            : changes.getFirst().at().toString());
            xml.writeStartElement("author");
            text(xml, "name", texts.get("egress.sub.author"));
            xml.writeEndElement();
            link(xml, "alternate", address);
            link(xml, "self", address + ".atom");
            for (var change : changes) {
                entry(xml, change);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }

    private void entry(XMLStreamWriter xml, Change change) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", address + "#version-" + change.version());
        text(xml, "title", texts.get("egress.sub.version", change.version()));
        text(xml, "updated", change.at().toString());
        link(xml, "alternate", address + "#version-" + change.version());
        text(xml, "summary", summary(change));
        xml.writeEndElement();
    }

    private String summary(Change change) {
        var said = new ArrayList<String>();
        say(said, "egress.sub.added", change.added());
        say(said, "egress.sub.removed", change.removed());
        say(said, "egress.sub.altered", change.altered());
        return said.isEmpty() ? texts.get("egress.sub.none") : String.join(" ", said);
    }

    private void say(List<String> said, String key, List<SubProcessor> about) {
        if (!about.isEmpty()) {
            said.add(
                    texts.get(
                            key,
                            about.stream().map(this::named).collect(Collectors.joining(", "))));
        }
    }

    private String named(SubProcessor entry) {
        return entry.from() == null
                ? entry.name()
                : texts.get("egress.sub.from", entry.name(), entry.from().toString());
    }

    private static void text(XMLStreamWriter xml, String element, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}

package io.taros.attachment;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;

/** What Word's fields and Excel's formulas have fetched, or run, when a file is opened. */
final class OfficeFields {
    private static final XMLInputFactory XML = factory();

    /** The first word of a field, whose letters may stand in many pieces. */
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?im)^\\s*(DDE|DDEAUTO|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\\b");

    private static final Pattern FORMULA =
            Pattern.compile("(?i)\\b(_xlfn\\.)?(WEBSERVICE|IMAGE|RTD|CALL|REGISTER)\\s*\\(");

    private OfficeFields() {}

    static boolean areFetching(PackagePart part) throws IOException, XMLStreamException {
        if (!isRead(part)) {
            return false;
        }
        try (var content = part.getInputStream()) {
            var reader = XML.createXMLStreamReader(content);
            var field = new StringBuilder();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && isFetching(reader, field)) {
                    return true;
                }
            }
            return FIELD.matcher(field).find();
        }
    }

    /** The properties, which are taken out anyway, are handed out by nobody. */
    private static boolean isRead(PackagePart part) {
        return part.getContentType().endsWith("xml")
                && !part.isRelationshipPart()
                && !(part instanceof PackagePropertiesPart);
    }

    /**
     * @param fields gathers what Word's say, a line for each
     */
    private static boolean isFetching(XMLStreamReader at, StringBuilder fields)
            throws XMLStreamException {
        switch (at.getLocalName()) {
            case "fldChar" -> fields.append('\n');
            case "fldSimple" -> fields.append('\n').append(instruction(at)).append('\n');
            case "instrText" -> fields.append(at.getElementText());
            case "f", "formula", "formula1", "formula2", "definedName" -> {
                return FORMULA.matcher(at.getElementText()).find();
            }
            default -> {}
        }
        return false;
    }

    private static String instruction(XMLStreamReader field) {
        for (var i = 0; i < field.getAttributeCount(); i++) {
            if (field.getAttributeLocalName(i).equals("instr")) {
                return field.getAttributeValue(i);
            }
        }
        return "";
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Word's and Excel's files without their properties. What runs by itself, brings other files along
 * or fetches something when it is opened is not taken.
 */
final class OfficeFiles {
    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final Pattern ACTIVE = Pattern.compile("(?i).*(macro|vba|activex).*");
    private static final Pattern EMBEDDED =
            Pattern.compile("(?i).*(oleobject|/embeddings/|externallink|connections|querytable).*");

    /** Whatever the part is called that it leads to. */
    private static final Pattern CARRYING =
            Pattern.compile(
                    "(?i).*/(oleObject|package|control|aFChunk|vbaProject|attachedTemplate|subDocument|frame)");

    private static final long MAX_ENTRY = 100L << 20;
    private static final int MAX_ENTRIES = 2_000;

    static {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(MAX_ENTRY);
        ZipSecureFile.setMaxFileCount(MAX_ENTRIES);
    }

    private OfficeFiles() {}

    static Cleaned clean(byte[] content) {
        try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
            var type = typeOf(file);
            if (type.isEmpty()) {
                return new Cleaned.Unfit(Flaw.UNKNOWN);
            }
            var flaw = flawOf(file);
            if (flaw.isPresent()) {
                return new Cleaned.Unfit(flaw.get());
            }
            forget(file.getPackageProperties());
            removeProperties(file);
            var bytes = new ByteArrayOutputStream();
            file.save(bytes);
            file.revert();
            return Cleaned.File.of(type.get(), bytes.toByteArray());
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException damaged) {
            return new Cleaned.Unfit(Flaw.DAMAGED);
        }
    }

    private static Optional<FileType> typeOf(OPCPackage file) {
        if (!file.getPartsByContentType(DOCUMENT).isEmpty()) {
            return Optional.of(FileType.DOCX);
        }
        return file.getPartsByContentType(WORKBOOK).isEmpty()
                ? Optional.empty()
                : Optional.of(FileType.XLSX);
    }

    private static Optional<Flaw> flawOf(OPCPackage file)
            throws OpenXML4JException, IOException, XMLStreamException {
        for (var part : file.getParts()) {
            var kind = part.getContentType() + " " + part.getPartName();
            if (ACTIVE.matcher(kind).matches()) {
                return Optional.of(Flaw.ACTIVE);
            }
            if (EMBEDDED.matcher(kind).matches()
                    || isFetching(part)
                    || OfficeFields.areFetching(part)) {
                return Optional.of(Flaw.EMBEDDED);
            }
        }
        return isFetching(file.getRelationships()) ? Optional.of(Flaw.EMBEDDED) : Optional.empty();
    }

    private static boolean isFetching(PackagePart part) throws OpenXML4JException {
        return !part.isRelationshipPart() && isFetching(part.getRelationships());
    }

    /** A link is opened by whoever presses it; everything else outside is fetched unasked. */
    private static boolean isFetching(PackageRelationshipCollection ties) {
        for (var tie : ties) {
            var type = tie.getRelationshipType();
            var isOutside = tie.getTargetMode() == TargetMode.EXTERNAL;
            if (CARRYING.matcher(type).matches() || (isOutside && !type.endsWith("/hyperlink"))) {
                return true;
            }
        }
        return false;
    }

    private static void forget(PackageProperties properties) {
        var none = Optional.<String>empty();
        properties.setCreatorProperty(none);
        properties.setLastModifiedByProperty(none);
        properties.setTitleProperty(none);
        properties.setSubjectProperty(none);
        properties.setDescriptionProperty(none);
        properties.setKeywordsProperty(none);
        properties.setCategoryProperty(none);
        properties.setIdentifierProperty(none);
        properties.setRevisionProperty(none);
        properties.setVersionProperty(none);
        properties.setContentStatusProperty(none);
        properties.setLanguageProperty(none);
        properties.setCreatedProperty(Optional.empty());
        properties.setModifiedProperty(Optional.empty());
        properties.setLastPrintedProperty(Optional.empty());
    }

    /** The company, how long it was worked on, what a template added, a small picture of it. */
    private static void removeProperties(OPCPackage file) throws OpenXML4JException {
        for (var tie : propertiesOf(file)) {
            var name = PackagingURIHelper.createPartName(tie.getTargetURI());
            file.removeRelationship(tie.getId());
            file.removePart(name);
        }
    }

    private static List<PackageRelationship> propertiesOf(OPCPackage file) {
        var ties = new ArrayList<PackageRelationship>();
        for (var type :
                List.of(
                        PackageRelationshipTypes.EXTENDED_PROPERTIES,
                        PackageRelationshipTypes.CUSTOM_PROPERTIES,
                        PackageRelationshipTypes.THUMBNAIL)) {
            file.getRelationshipsByType(type).forEach(ties::add);
        }
        return ties;
    }
}

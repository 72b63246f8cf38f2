package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * PDFs without what they say about whoever made them. Those that run something, send something or
 * carry other files are not taken: every object that can be reached is looked at, for a reader will
 * find it wherever it hides.
 */
final class Pdfs {
    private static final Set<String> ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "SubmitForm",
                    "ImportData",
                    "Rendition",
                    "Movie",
                    "RichMediaExecute",
                    "GoToE",
                    "GoToR");
    private static final Set<String> RUNNING =
            Set.of("JS", "JavaScript", "XFA", "RichMedia", "OnInstantiate");
    private static final COSName OPENED = COSName.getPDFName("OpenAction");
    private static final COSName UNASKED = COSName.getPDFName("AA");
    private static final COSName FOLLOWING = COSName.getPDFName("Next");
    private static final COSName ANOTHER_FILE = COSName.getPDFName("Ref");
    private static final Set<String> CARRYING = Set.of("EmbeddedFiles", "EF");
    private static final Set<String> TELLING = Set.of("Metadata", "PieceInfo", "LastModified");

    private Pdfs() {}

    static Cleaned clean(byte[] content) {
        try (PDDocument document =
                // In memory, which is limited, rather than on a disk, which a bomb would fill.
                Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return new Cleaned.Unfit(Flaw.PASSWORD);
            }
            var flaw = walk(document.getDocument().getTrailer());
            if (flaw.isPresent()) {
                return new Cleaned.Unfit(flaw.get());
            }
            if (document.getNumberOfPages() == 0) {
                return new Cleaned.Unfit(Flaw.DAMAGED);
            }
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocument().getTrailer().removeItem(COSName.ID);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Cleaned.File.of(FileType.PDF, bytes.toByteArray());
        } catch (InvalidPasswordException locked) {
            return new Cleaned.Unfit(Flaw.PASSWORD);
        } catch (IOException | RuntimeException damaged) {
            // PDFBox answers broken files with all of these.
            return new Cleaned.Unfit(Flaw.DAMAGED);
        }
    }

    /** Looks at everything once, and takes out what tells. */
    private static Optional<Flaw> walk(COSDictionary trailer) {
        var seen = Collections.<COSBase>newSetFromMap(new IdentityHashMap<>());
        var next = new ArrayDeque<COSBase>();
        next.push(trailer);
        while (!next.isEmpty()) {
            var one = next.pop();
            if (!seen.add(one)) {
                continue;
            }
            switch (one) {
                case COSObject reference -> push(next, reference.getObject());
                case COSArray list -> list.forEach(each -> push(next, each));
                case COSDictionary dictionary -> {
                    var flaw = flawOf(dictionary);
                    if (flaw.isPresent()) {
                        return flaw;
                    }
                    TELLING.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
                    dictionary.getValues().forEach(each -> push(next, each));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static void push(ArrayDeque<COSBase> next, @Nullable COSBase one) {
        if (one != null) {
            next.push(one);
        }
    }

    private static Optional<Flaw> flawOf(COSDictionary dictionary) {
        var action = dictionary.getNameAsString(COSName.S);
        if ((action != null && ACTIONS.contains(action))
                || hasAny(dictionary, RUNNING)
                || actsUnasked(dictionary)) {
            return Optional.of(Flaw.ACTIVE);
        }
        return hasAny(dictionary, CARRYING) || isElsewhere(dictionary)
                ? Optional.of(Flaw.EMBEDDED)
                : Optional.empty();
    }

    /** On being opened, seen or left; it may go to a page, which is all that is harmless. */
    private static boolean actsUnasked(COSDictionary dictionary) {
        var unasked = dictionary.getCOSDictionary(UNASKED);
        return !isPage(dictionary.getDictionaryObject(OPENED))
                || (unasked != null
                        && unasked.keySet().stream()
                                .anyMatch(event -> !isPage(unasked.getDictionaryObject(event))));
    }

    private static boolean isPage(@Nullable COSBase action) {
        return !(action instanceof COSDictionary some)
                || ("GoTo".equals(some.getNameAsString(COSName.S)) && !some.containsKey(FOLLOWING));
    }

    /** Its bytes, or what is drawn by it, are in another file. */
    private static boolean isElsewhere(COSDictionary dictionary) {
        return dictionary instanceof COSStream
                && (dictionary.containsKey(COSName.F) || dictionary.containsKey(ANOTHER_FILE));
    }

    private static boolean hasAny(COSDictionary dictionary, Set<String> keys) {
        return dictionary.keySet().stream().map(COSName::getName).anyMatch(keys::contains);
    }
}

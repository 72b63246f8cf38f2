package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** What people typed into the fields of a form. Some programs leave it to the viewer to draw it. */
final class PdfFields {
    private final Map<COSDictionary, String> values = new IdentityHashMap<>();

    private PdfFields() {}

    static PdfFields of(PDDocument document) {
        var fields = new PdfFields();
        try {
            var form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                form.getFieldTree().forEach(fields::add);
            }
        } catch (RuntimeException broken) {
            return fields;
        }
        return fields;
    }

    /**
     * @param plain what is to be seen on the page anyway
     */
    List<String> typedOn(PDPage page, String plain) {
        List<String> typed = new ArrayList<>();
        if (values.isEmpty()) {
            return typed;
        }
        var seen = BlockWriter.squeeze(plain);
        try {
            for (var annotation : page.getAnnotations()) {
                var value = values.getOrDefault(annotation.getCOSObject(), "");
                if (!value.isBlank() && !seen.contains(value)) {
                    typed.add(value);
                }
            }
        } catch (IOException | RuntimeException broken) {
            return typed;
        }
        return typed;
    }

    private void add(PDField field) {
        var value =
                switch (field) {
                    case PDTextField text -> text.getValue();
                    case PDChoice choice -> String.join(", ", choice.getValue());
                    default -> "";
                };
        for (var widget : field.getWidgets()) {
            values.put(widget.getCOSObject(), BlockWriter.squeeze(value));
        }
    }
}

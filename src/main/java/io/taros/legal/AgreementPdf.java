package io.taros.legal;

import static io.taros.legal.web.Parts.word;

import io.taros.legal.LegalText.Heading;
import io.taros.legal.LegalText.Paragraph;
import io.taros.legal.LegalText.Part;
import io.taros.legal.web.Parts;
import io.taros.platform.web.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** The agreement as it was signed, on paper. */
final class AgreementPdf {
    private final Texts words;

    AgreementPdf(Texts words) {
        this.words = words;
    }

    byte[] write(LegalText text, Parts parts, Agreement signed, String organization) {
        try (var out = new ByteArrayOutputStream();
                var paper = new Paper(text.title())) {
            paper.title(text.title());
            paper.small(words.get("legal.version", text.version(), text.date().toString()));
            for (var block : text.blocks()) {
                switch (block) {
                    case Heading(var line) -> paper.heading(line);
                    case Paragraph(var line) -> paper.text(line);
                    case Part(var what) -> part(paper, parts, what);
                }
            }
            paper.heading(words.get("legal.signed"));
            paper.text(words.get("legal.signed.for", organization));
            paper.text(
                    words.get(
                            "legal.signed.by",
                            signed.signer(),
                            signed.title(),
                            signed.signedAt().toString()));
            paper.small(words.get("legal.signed.number", signed.id().value().toString()));
            paper.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(Paper paper, Parts parts, LegalText.Generated what) throws IOException {
        switch (what) {
            case PROCESSING -> {
                for (var processing : parts.processings()) {
                    paper.text(
                            words.get("privacy.purpose." + processing.purpose())
                                    + ": "
                                    + words.get(
                                            "privacy.purpose." + processing.purpose() + ".why"));
                    for (var holding : processing.holdings()) {
                        paper.item(
                                words.get("privacy.data." + holding.name())
                                        + ": "
                                        + words.get(holding.end().text(), holding.end().number()));
                    }
                }
            }
            case RECIPIENTS -> {
                if (parts.recipients().isEmpty()) {
                    paper.item(words.get("legal.recipients.none"));
                }
                for (var recipient : parts.recipients()) {
                    paper.item(
                            recipient.vendor().name()
                                    + ": "
                                    + recipient.purposes().stream()
                                            .sorted()
                                            .map(purpose ->
                                                    words.get("egress.purpose." + word(purpose)))
                                            .collect(Collectors.joining("; ")));
                }
            }
            case STORAGE -> {
                for (var dataset : parts.storage()) {
                    paper.item(words.get("privacy.data." + dataset.name()));
                }
            }
        }
    }
}

package io.taros.legal;

import io.taros.legal.web.LegalPage;
import io.taros.legal.web.StoragePage;
import io.taros.platform.security.Open;
import io.taros.platform.web.NotFound;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The texts, for anybody to read before they agree to anything. */
@Controller
@ConditionalOnWebApplication
class LegalController {
    private static final String EVERYBODY = "whoever is to agree has to be able to read it";

    private final LegalTexts texts;
    private final LegalParts parts;

    LegalController(LegalTexts texts, LegalParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    @GetMapping("/legal/{name}")
    @Open(EVERYBODY)
    LegalPage text(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer version,
            Locale locale) {
        var kind = TextKind.of(name).orElseThrow(NotFound::new);
        var text = version == null ? texts.latest(kind, locale) : texts.get(kind, version, locale);
        return new LegalPage(
                kind, text, texts.versions(kind), parts.of(kind), texts.isOperatorKnown());
    }

    @GetMapping("/legal/storage")
    @Open(EVERYBODY)
    StoragePage storage() {
        return new StoragePage(parts.storage());
    }
}

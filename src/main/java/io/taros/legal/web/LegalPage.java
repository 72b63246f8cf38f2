package io.taros.legal.web;

import io.taros.legal.LegalText;
import io.taros.legal.TextKind;
import io.taros.platform.web.View;
import java.util.List;

/**
 * A text for anybody to read.
 *
 * @param versions the newest first
 * @param isOperatorKnown whether it says whom it binds
 */
public record LegalPage(
        TextKind kind, LegalText text, List<Integer> versions, Parts parts, boolean isOperatorKnown)
        implements View {
    public LegalPage {
        versions = List.copyOf(versions);
    }

    @Override
    public String template() {
        return "legal/text";
    }
}

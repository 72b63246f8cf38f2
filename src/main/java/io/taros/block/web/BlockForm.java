package io.taros.block.web;

import io.taros.block.Block;
import io.taros.block.Block.Length;
import io.taros.block.Block.Reason;
import io.taros.block.web.BlocksPage.Typed;
import io.taros.platform.fetch.Cidr;
import io.taros.platform.web.FormErrors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision as a form sends it. */
record BlockForm(
        @Nullable String range,
        @Nullable String label,
        @Nullable Reason reason,
        @Nullable Length length,
        @Nullable Boolean address) {
    private static final int LONGEST = 80;

    /** Wider blocks are whole providers and countries. */
    private static final int WIDEST_IPV4 = 16;

    private static final int WIDEST_IPV6 = 32;
    private static final int IPV4_BYTES = 4;

    Typed typed() {
        return new Typed(
                orEmpty(range),
                orEmpty(label),
                reason == null ? Reason.SPAM : reason,
                length == null ? Length.MONTH : length);
    }

    boolean learnsAddress() {
        return Boolean.TRUE.equals(address);
    }

    Block.Decision decision() {
        return new Block.Decision(typed().label(), typed().reason(), typed().length());
    }

    FormErrors errors() {
        var errors = FormErrors.NONE;
        if (typed().label().length() > LONGEST) {
            errors = errors.text("label", "block.label.long", LONGEST);
        }
        if (typed().label().contains("@")) {
            errors = errors.text("label", "block.label.personal");
        }
        return errors;
    }

    FormErrors errorsWithRange() {
        var cidr = cidr();
        if (cidr.isEmpty()) {
            return errors().text("range", "block.range.wrong");
        }
        var isOld = cidr.get().network().getAddress().length == IPV4_BYTES;
        return cidr.get().prefix() < (isOld ? WIDEST_IPV4 : WIDEST_IPV6)
                ? errors().text("range", "block.range.wide", WIDEST_IPV4, WIDEST_IPV6)
                : errors();
    }

    Optional<Cidr> cidr() {
        try {
            return Optional.of(Cidr.of(typed().range()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

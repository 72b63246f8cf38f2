package io.taros.account.web;

import io.taros.platform.web.View;

/** How hard a password is to guess: a fragment below its field. */
public record PasswordMeter(Strength strength) implements View {
    /** Each has a word below {@code account.strength.…}. */
    public enum Strength {
        SHORT(0),
        FIRST_TRIED(1),
        EASY(1),
        FAIR(2),
        GOOD(3),
        STRONG(4);

        private final int steps;

        Strength(int steps) {
            this.steps = steps;
        }

        /** Of four. */
        public int steps() {
            return steps;
        }
    }

    @Override
    public String template() {
        return "account/meter";
    }
}

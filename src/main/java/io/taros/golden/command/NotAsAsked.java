package io.taros.golden.command;

/** It could not be run; the message is one sentence for whoever typed the command. */
final class NotAsAsked extends RuntimeException {
    static final int EXIT_CODE = 2;

    NotAsAsked(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

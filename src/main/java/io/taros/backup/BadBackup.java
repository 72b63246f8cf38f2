package io.taros.backup;

/** What was asked cannot be done with these files. The message is a sentence for the operator. */
final class BadBackup extends RuntimeException {
    BadBackup(String sentence) {
        super(sentence);
    }

    BadBackup(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

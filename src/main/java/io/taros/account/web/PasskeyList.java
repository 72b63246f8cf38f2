package io.taros.account.web;

import java.util.List;

/**
 * Those of an account. Posts to {@code /account/passkeys/…}.
 *
 * @param isOffered whether browsers make any for this installation's address
 * @param isFull whether there can be no more
 */
public record PasskeyList(List<PasskeyRow> all, boolean isOffered, boolean isFull) {
    public PasskeyList {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}

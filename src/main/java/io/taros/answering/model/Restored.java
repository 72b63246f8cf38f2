package io.taros.answering.model;

import io.taros.platform.masking.Restoring;

/** Hands a model's text on with the values back in it that were kept from the model. */
final class Restored implements ModelListener {
    private final ModelListener listener;
    private final Restoring restoring;
    private boolean enough;

    Restored(ModelListener listener, Restoring restoring) {
        this.listener = listener;
        this.restoring = restoring;
    }

    @Override
    public boolean text(String piece) {
        var readable = restoring.next(piece);
        enough |= !readable.isEmpty() && !listener.text(readable);
        return !enough;
    }

    @Override
    public boolean startOver() {
        if (!listener.startOver()) {
            return false;
        }
        restoring.forget();
        return true;
    }

    /** What was held back in case more of it came. */
    void finish() {
        var rest = restoring.rest();
        if (!rest.isEmpty() && !enough) {
            listener.text(rest);
        }
    }
}

package io.taros.platform.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms, parameters and pieces of addresses are {@link StorableText}, too. */
@ControllerAdvice
class IncomingText {
    @InitBinder
    void storable(WebDataBinder binder) {
        binder.registerCustomEditor(
                String.class,
                new PropertyEditorSupport() {
                    @Override
                    public void setAsText(@Nullable String text) {
                        setValue(text == null ? null : StorableText.of(text));
                    }
                });
    }
}

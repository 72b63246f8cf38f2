package io.taros.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The one a reader is answered in: one that there are texts in. */
final class Language {
    private Language() {}

    static String of(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request).getLanguage();
    }
}

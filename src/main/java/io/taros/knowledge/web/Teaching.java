package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Recrawl;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.AddSource.Way;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes the form that teaches something new; nothing is read before the right to it is confirmed.
 */
@Component
class Teaching {
    record Form(
            @Nullable UUID bot,
            Way way,
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<MultipartFile> file,
            @Nullable String include,
            @Nullable String exclude,
            @Nullable Recrawl recrawl,
            @Nullable Boolean rights) {
        Form {
            // Nobody else sends none; the first way asks for what is missing.
            way = way == null ? Way.WEBSITE : way;
        }

        AddSource again(FormErrors errors) {
            return new AddSource(way, orEmpty(url), orEmpty(title), orEmpty(text), plan(), errors);
        }

        PlanFields plan() {
            return PlanFields.of(include, exclude, recrawl);
        }

        private FormErrors missing() {
            var errors =
                    switch (way) {
                        case WEBSITE, PAGE, SITEMAP -> FormErrors.NONE.required("url", url);
                        case TEXT ->
                                FormErrors.NONE.required("title", title).required("text", text);
                        case FILES ->
                                files().isEmpty()
                                        ? FormErrors.NONE.text("file", "knowledge.files.none")
                                        : FormErrors.NONE;
                    };
            return Boolean.TRUE.equals(rights)
                    ? errors
                    : errors.text("rights", "knowledge.rights.needed");
        }

        private List<MultipartFile> files() {
            return file == null ? List.of() : file.stream().filter(Form::isChosen).toList();
        }

        /** A browser sends a field for files without any as one without a name. */
        private static boolean isChosen(MultipartFile file) {
            return file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
        }
    }

    private final Sources sources;
    private final RateLimits limits;

    Teaching(Sources sources, RateLimits limits) {
        this.sources = sources;
        this.limits = limits;
    }

    /** What is wrong with the form; nothing once all of it is accepted. */
    FormErrors add(Bot bot, Form form, Caller caller) {
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return missing;
        }
        try {
            for (var source : sourcesOf(bot, form)) {
                limits.take(Limit.SOURCE, Tenancy.organization().toString());
                sources.add(source, Confirmation.by(caller));
            }
            return FormErrors.NONE;
        } catch (BadInput refused) {
            return FormErrors.of(refused);
        } catch (Conflict refused) {
            return FormErrors.of(refused.in("url"));
        } catch (TooLarge refused) {
            var field = form.way() == Way.FILES ? "file" : "text";
            return FormErrors.of(refused.in(field));
        }
    }

    private static List<NewSource> sourcesOf(Bot bot, Form form) {
        return switch (form.way()) {
            case WEBSITE ->
                    List.of(
                            new NewSource.Website(
                                    bot.id(), orEmpty(form.url()), null, form.plan().filled()));
            case PAGE ->
                    List.of(
                            new NewSource.Page(
                                    bot.id(),
                                    orEmpty(form.url()),
                                    null,
                                    form.plan().filled().recrawl()));
            case SITEMAP ->
                    List.of(
                            new NewSource.Sitemap(
                                    bot.id(), orEmpty(form.url()), null, form.plan().filled()));
            case TEXT -> List.of(new NewSource.Text(bot.id(), form.title(), orEmpty(form.text())));
            case FILES -> {
                var files = new ArrayList<NewSource>();
                for (var file : form.files()) {
                    var name = String.valueOf(file.getOriginalFilename());
                    files.add(new NewSource.File(bot.id(), name, file.getSize(), file::getBytes));
                }
                yield files;
            }
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}

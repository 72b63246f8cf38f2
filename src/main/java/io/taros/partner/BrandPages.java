package io.taros.partner;

import io.taros.partner.web.BrandPage;
import io.taros.partner.web.BrandPage.Draft;
import io.taros.partner.web.BrandPage.Sender;
import io.taros.partner.web.BrandPreview;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Accent;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Brand;
import io.taros.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a partner sees of its own brand. */
@Component
class BrandPages {
    private final Partners partners;
    private final PartnerBrands brands;
    private final PartnerSenders senders;
    private final OwnBrand own;
    private final Mails mails;

    BrandPages(
            Partners partners,
            PartnerBrands brands,
            PartnerSenders senders,
            OwnBrand own,
            Mails mails) {
        this.partners = partners;
        this.brands = brands;
        this.senders = senders;
        this.own = own;
        this.mails = mails;
    }

    BrandPage page(boolean saved) {
        return page(draft(), sender(), saved, FormErrors.NONE);
    }

    BrandPage page(Draft draft, FormErrors errors) {
        return page(draft, sender(), false, errors);
    }

    BrandPage page(Sender sender, FormErrors errors) {
        return page(draft(), sender, false, errors);
    }

    boolean hasLogo() {
        return brands.find().map(PartnerBrand::logo).isPresent();
    }

    private BrandPage page(Draft draft, Sender sender, boolean saved, FormErrors errors) {
        return new BrandPage(draft, sender, new BrandPreview(now()), mails.isOn(), saved, errors);
    }

    /**
     * As it would be if this was saved. What is not finished yet, such as half a colour, is shown
     * as it is now.
     */
    BrandPreview preview(Draft typed) {
        var now = now();
        var written = typed.name().strip();
        var name =
                written.isEmpty() || written.length() > PartnerBrand.LONGEST ? now.name() : written;
        return new BrandPreview(
                new Brand(
                        name,
                        typed.hasLogo() ? now.logo() : null,
                        accent(typed.accent().strip(), now),
                        maker(typed.powered(), name),
                        now.contact(),
                        now.domain(),
                        senders.find().isPresent() ? now.sender() : null));
    }

    private Brand now() {
        return own.of(Tenancy.organization()).orElse(Brand.OWN);
    }

    private static @Nullable Accent accent(String typed, Brand now) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return new Accent(typed);
        } catch (BadInput _) {
            return now.accent();
        }
    }

    private static @Nullable String maker(String powered, String name) {
        return switch (powered) {
            case "OWN" -> name;
            case "NOBODY" -> null;
            default -> Brand.OWN.maker();
        };
    }

    private Draft draft() {
        var contact = text(partners.find().map(Partner::contact).orElse(null));
        return brands.find()
                .map(brand ->
                        new Draft(
                                brand.name(),
                                text(brand.accent()),
                                brand.powered().name(),
                                contact,
                                brand.logo() != null))
                .orElse(new Draft("", "", PartnerBrand.Powered.OWN.name(), contact, false));
    }

    private Sender sender() {
        return senders.find()
                .map(sender ->
                        new Sender(
                                sender.name(),
                                text(sender.email()),
                                sender.isFrom(),
                                state(sender)))
                .orElse(new Sender("", "", false, Sender.State.NONE));
    }

    private static Sender.State state(PartnerSender sender) {
        if (sender.isWaiting()) {
            return Sender.State.WAITING;
        }
        return sender.email() == null ? Sender.State.NONE : Sender.State.PROVEN;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

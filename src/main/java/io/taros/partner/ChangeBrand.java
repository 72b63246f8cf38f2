package io.taros.partner;

import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a partner changes about its brand, each in one step. */
@Component
@Transactional
class ChangeBrand {
    private final Partners partners;
    private final PartnerBrands brands;
    private final PartnerSenders senders;
    private final Jobs jobs;
    private final Ids ids;
    private final Mails mails;
    private final RateLimits limits;

    ChangeBrand(
            Partners partners,
            PartnerBrands brands,
            PartnerSenders senders,
            Jobs jobs,
            Ids ids,
            Mails mails,
            RateLimits limits) {
        this.partners = partners;
        this.brands = brands;
        this.senders = senders;
        this.jobs = jobs;
        this.ids = ids;
        this.mails = mails;
        this.limits = limits;
    }

    /**
     * @param wanted of the picture that is there
     * @param picture a file as it came; absent where that one stays or goes
     */
    public void look(
            Function<@Nullable String, PartnerBrand> wanted,
            byte @Nullable [] picture,
            String contact) {
        var brand = wanted.apply(brands.find().map(PartnerBrand::logo).orElse(null));
        brands.replace(brand, picture == null ? null : Logo.of(picture));
        changeContact(contact.strip());
    }

    private void changeContact(String contact) {
        var present = partners.find().map(Partner::contact).orElse(null);
        if (!contact.equals(present == null ? "" : present)) {
            try {
                partners.changeContact(contact);
            } catch (BadInput refused) {
                throw refused.in("contact");
            }
        }
    }

    public void removeLook() {
        brands.remove();
    }

    /** An address that nobody has proven gets a mail, and is used for nothing before. */
    public void sender(PartnerSender sender) {
        if (senders.replace(sender)) {
            askForProof();
        }
    }

    public void askForProof() {
        if (mails.isOn()) {
            limits.take(Limit.INVITATION, Tenancy.organization().toString());
            jobs.enqueue(new SendSenderProof(Tenancy.organization(), ids.next()));
        }
    }

    public void removeSender() {
        senders.remove();
    }
}

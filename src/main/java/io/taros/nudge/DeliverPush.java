package io.taros.nudge;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.nudge.PushCarriers.Outcome;
import io.taros.platform.web.NotFound;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells one browser something, and keeps with it what came of that. */
@Component
public class DeliverPush {
    private final PushDevices devices;
    private final PushCarriers carriers;
    private final PushWords words;
    private final Accounts accounts;

    DeliverPush(PushDevices devices, PushCarriers carriers, PushWords words, Accounts accounts) {
        this.devices = devices;
        this.carriers = carriers;
        this.words = words;
        this.accounts = accounts;
    }

    /**
     * Outside a transaction; somebody waits for it.
     *
     * @param member whose browser it has to be
     */
    public void test(Account.Id member, PushDevice.Id id) {
        if (devices.list(member).stream().noneMatch(device -> device.id().equals(id))) {
            throw new NotFound();
        }
        deliver(id, reader -> Optional.of(words.test(reader)));
    }

    /** Empty where there is nobody or nothing to tell any more. */
    Optional<Outcome> deliver(PushDevice.Id id, Function<Account, Optional<PushMessage>> message) {
        var device = devices.find(id).orElse(null);
        if (device == null) {
            return Optional.empty();
        }
        var outcome =
                accounts.find(device.accountId())
                        .flatMap(message)
                        .map(one -> carriers.carry(one, device.subscription()));
        outcome.ifPresent(one -> keep(id, one));
        return outcome;
    }

    private void keep(PushDevice.Id id, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> devices.arrived(id);
            case Outcome.Gone gone -> devices.end(id);
            case Outcome.Failed(var problem, var isPassing) -> devices.failed(id, problem);
        }
    }
}

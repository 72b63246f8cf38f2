package io.taros.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organization, and where somebody is signed in the account, that the current thread works for.
 * Row-level security reads both at the start of every transaction; without them every tenant table
 * is empty.
 *
 * <p>Bound in three places only: the request filter, the job worker, the tests. A new thread
 * inherits nothing and must bind again.
 */
public final class Tenancy {
    private record Binding(
            @Nullable OrganizationId organization,
            @Nullable UUID account,
            @Nullable Set<UUID> bots,
            @Nullable Hand hand) {
        Binding(@Nullable OrganizationId organization, @Nullable UUID account) {
            this(organization, account, null, null);
        }
    }

    /** Whose hand does something in an organization, where it is no member's. */
    public enum Hand {
        PARTNER,
        STAFF,
        OPERATOR;

        private static @Nullable Hand of(Caller.@Nullable Guest guest) {
            return switch (guest) {
                case PARTNER -> PARTNER;
                case STAFF -> STAFF;
                case null -> null;
            };
        }
    }

    private static final Binding NOBODY = new Binding(null, null);
    private static final ScopedValue<Binding> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    /** The bound organization; a bug if there is none. */
    public static OrganizationId organization() {
        return find().orElseThrow(() -> new IllegalStateException("No organization is bound"));
    }

    public static Optional<OrganizationId> find() {
        return Optional.ofNullable(current().organization());
    }

    public static Optional<UUID> findAccount() {
        return Optional.ofNullable(current().account());
    }

    /** The only bots to be seen; empty where all of the organization's are. */
    public static Optional<Set<UUID>> findBots() {
        return Optional.ofNullable(current().bots());
    }

    /** Empty for members, and for what the server does by itself. */
    public static Optional<Hand> findHand() {
        return Optional.ofNullable(current().hand());
    }

    public static void runAs(OrganizationId organization, Runnable work) {
        ScopedValue.where(CURRENT, new Binding(organization, null)).run(work);
    }

    public static <T extends @Nullable Object, X extends Throwable> T callAs(
            OrganizationId organization, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Binding(organization, null)).call(work);
    }

    /** For a signed-in account, which may see its own memberships in every organization. */
    public static <T extends @Nullable Object, X extends Throwable> T callAs(
            @Nullable OrganizationId organization,
            @Nullable UUID account,
            ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, new Binding(organization, account)).call(work);
    }

    /**
     * For whoever does something in an organization they are no member of; it is written down as
     * theirs.
     */
    public static <T extends @Nullable Object, X extends Throwable> T callAs(
            Hand hand,
            OrganizationId organization,
            @Nullable UUID account,
            ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, new Binding(organization, account, null, hand))
                .call(work);
    }

    /** For whoever sent a request, no further than they may see. */
    static <T extends @Nullable Object, X extends Throwable> T callAs(
            Caller caller, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(
                        CURRENT,
                        new Binding(
                                caller.organization(),
                                caller.account(),
                                caller.bots(),
                                Hand.of(caller.guest())))
                .call(work);
    }

    private static Binding current() {
        return CURRENT.isBound() ? CURRENT.get() : NOBODY;
    }
}

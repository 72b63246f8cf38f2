package io.taros.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Token buckets at every public door, in memory of this node: with n nodes a caller gets up to n
 * times as much. The key is whatever the door counts by: an address (see {@link ClientAddress}), an
 * organization, a hashed e-mail.
 */
@Component
public class RateLimits {
    private record Key(Limit limit, String caller) {}

    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(200_000)
                    // Left alone for so long it is full again, as a new one is.
                    .expireAfter(
                            Expiry.<Key, Bucket>accessing((key, bucket) -> key.limit().period()))
                    .build();

    /** Takes one; throws {@link OverLimit} with the waiting time if there is none left. */
    public void take(Limit limit, String caller) {
        var probe =
                buckets.get(new Key(limit, caller), key -> bucket(limit))
                        .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new OverLimit(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Counts one; whoever asks {@link #isSpent} later decides what that means. */
    public void spend(Limit limit, String caller) {
        buckets.get(new Key(limit, caller), key -> bucket(limit)).tryConsume(1);
    }

    public boolean isSpent(Limit limit, String caller) {
        var bucket = buckets.getIfPresent(new Key(limit, caller));
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    /** Whether less than half of it is left. */
    public boolean isRunningLow(Limit limit, String caller) {
        var bucket = buckets.getIfPresent(new Key(limit, caller));
        return bucket != null && bucket.getAvailableTokens() * 2 < limit.capacity();
    }

    /** Gives everybody a full bucket again; for tests. */
    public void reset() {
        buckets.invalidateAll();
    }

    private static Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(rule ->
                        rule.capacity(limit.capacity())
                                .refillGreedy(limit.capacity(), limit.period()))
                .build();
    }
}

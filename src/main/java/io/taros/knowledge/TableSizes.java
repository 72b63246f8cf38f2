package io.taros.knowledge;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the database how much knowledge there is while that doubles and doubles. It looks by itself
 * once a minute, and until then answers as if there were hardly anything: by the plans for a dozen
 * passages, reading those of one answer takes a second where there are thousands.
 */
@Component
class TableSizes {
    private static final Logger LOG = LoggerFactory.getLogger(TableSizes.class);
    private static final int FIRST = 200;

    /** A tenth more or less of this changes no plan. */
    private static final int LARGEST_STEP = 50_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong next = new AtomicLong(FIRST);

    TableSizes(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** So many passages more. */
    void grow(int passages) {
        var now = written.addAndGet(passages);
        var due = next.get();
        if (now >= due && next.compareAndSet(due, now + Math.min(now, LARGEST_STEP))) {
            tell();
        }
    }

    /** Nothing depends on it but time. */
    private void tell() {
        try {
            transactions.executeWithoutResult(_ -> count());
        } catch (DataAccessException | TransactionException notNow) {
            LOG.warn("The database could not count its knowledge", notNow);
        }
    }

    /** Another who counts a table at present does as well. */
    private void count() {
        jdbc.sql("analyze (skip_locked) source, document, passage, passage_embedding, page_blocks")
                .update();
    }
}

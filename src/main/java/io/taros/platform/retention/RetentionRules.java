package io.taros.platform.retention;

import io.taros.platform.sql.Cascades;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every rule of every module. */
@Component
public class RetentionRules {
    private final List<RetentionRule> all;

    RetentionRules(
            List<RetentionRule> rules,
            List<PassingRows> passing,
            JdbcClient jdbc,
            Cascades cascades,
            TransactionTemplate transactions) {
        var found = new ArrayList<>(rules);
        for (var module : passing) {
            module.ofInstallation()
                    .forEach(rows ->
                            found.add(new RowsRule(rows, false, jdbc, cascades, transactions)));
            module.ofOrganizations()
                    .forEach(rows ->
                            found.add(new RowsRule(rows, true, jdbc, cascades, transactions)));
        }
        all = List.copyOf(found);
    }

    public List<RetentionRule> all() {
        return all;
    }
}

package io.taros.platform.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.taros.platform.StartRefused;
import io.taros.platform.sql.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DatabaseOwner databaseOwner(
            DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        if (settings.url() == null) {
            var address = embedded.getObject().start();
            return new DatabaseOwner(address.url(), address.username(), address.password());
        }
        if (settings.username() == null || settings.password() == null) {
            throw new StartRefused(
                    "taros.database.url is set, so taros.database.username and taros.database.password must be set too.");
        }
        return new DatabaseOwner(settings.url(), settings.username(), settings.password());
    }

    /** Migrated before the first connection is handed out. */
    @Bean
    DatabaseRoles databaseRoles(DatabaseOwner owner) {
        var roles = new DatabaseRoles(owner);
        roles.ensure();
        Migrations.run(owner);
        return roles;
    }

    @Bean
    @Primary
    HikariDataSource dataSource(
            DatabaseOwner owner, DatabaseRoles roles, DatabaseSettings settings) {
        return pool(owner, roles, DatabaseRoles.APP, settings.poolSize());
    }

    @Bean(defaultCandidate = false)
    HikariDataSource staffDataSource(
            DatabaseOwner owner, DatabaseRoles roles, DatabaseSettings settings) {
        return pool(owner, roles, DatabaseRoles.STAFF, Math.max(3, settings.poolSize() / 4));
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        var transactions = new JdbcTransactionManager(dataSource);
        transactions.addListener(new TenancyBinding(dataSource));
        return transactions;
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
        return new SessionTransactions(dataSource);
    }

    @Bean
    SessionStatements sessionStatements() {
        return new SessionStatements();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return Sql.client(dataSource);
    }

    private static HikariDataSource pool(
            DatabaseOwner owner, DatabaseRoles roles, String role, int size) {
        var config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(owner.url());
        config.setUsername(role);
        config.setPassword(roles.passwordOf(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        // With it an exception, and so the log, would repeat the row that could not be written.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}

package io.taros.platform.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** A connection with the staff role for work that takes long, beside the pool. */
@Component
public class StaffConnections {
    private final DatabaseOwner owner;
    private final DatabaseRoles roles;

    StaffConnections(DatabaseOwner owner, DatabaseRoles roles) {
        this.owner = owner;
        this.roles = roles;
    }

    public static StaffConnections of(DatabaseOwner owner) {
        return new StaffConnections(owner, new DatabaseRoles(owner));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                owner.url(), DatabaseRoles.STAFF, roles.passwordOf(DatabaseRoles.STAFF));
    }
}

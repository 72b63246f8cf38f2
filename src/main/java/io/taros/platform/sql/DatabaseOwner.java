package io.taros.platform.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The login that owns the schema. Used to migrate and to keep the two working roles, never to serve
 * a request.
 */
public record DatabaseOwner(String url, String username, String password) {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }
}

package io.taros.platform.sql;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * What Spring Session writes, {@link Unflushed}: what a crash of the database loses of a session is
 * what it was told in the last second. Ending one is not left to this: see {@code
 * account.Sessions}.
 */
final class SessionStatements implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {
    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setCreateSessionQuery(
                """
                insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                    max_inactive_interval, expiry_time, principal_name)
                select ?, ?, ?, ?, ?, ?, ? where %s
                """
                        .formatted(Unflushed.SQL));
        sessions.setUpdateSessionQuery(
                """
                update spring_session set session_id = ?, last_access_time = ?, max_inactive_interval = ?,
                    expiry_time = ?, principal_name = ?
                where primary_id = ? and %s
                """
                        .formatted(Unflushed.SQL));
        sessions.setDeleteSessionQuery(
                "delete from spring_session where session_id = ? and max_inactive_interval >= 0 and "
                        + Unflushed.SQL);
        sessions.setCreateSessionAttributeQuery(
                """
                insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                select ?, ?, ? where %s
                """
                        .formatted(Unflushed.SQL));
        sessions.setUpdateSessionAttributeQuery(
                """
                update spring_session_attributes set attribute_bytes = ?
                where session_primary_id = ? and attribute_name = ? and %s
                """
                        .formatted(Unflushed.SQL));
        sessions.setDeleteSessionAttributeQuery(
                """
                delete from spring_session_attributes
                where session_primary_id = ? and attribute_name = ? and %s
                """
                        .formatted(Unflushed.SQL));
    }
}

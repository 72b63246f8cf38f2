package io.taros.platform.security;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Puts {@link FrugalSessions} before those that Boot sets up. */
@Component
class KeepSessionsFrugally implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcIndexedSessionRepository all ? before(all) : bean;
    }

    private static Object before(FindByIndexNameSessionRepository<? extends Session> all) {
        return new FrugalSessions<>(all);
    }
}

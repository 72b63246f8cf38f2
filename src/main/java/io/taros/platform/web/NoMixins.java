package io.taros.platform.web;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Spring Boot reads every class of ours at each start to find Jackson mixins. There are none, and
 * none are wanted: what goes out over JSON is a record made for it.
 */
@Component
class NoMixins implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (var name : new String[] {"jacksonMixinModuleEntries", "jacksonMixinModule"}) {
            if (registry.containsBeanDefinition(name)) {
                registry.removeBeanDefinition(name);
            }
        }
    }
}

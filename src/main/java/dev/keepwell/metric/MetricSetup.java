package dev.keepwell.metric;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricSetup {

    @Bean
    Catalogue catalogue() {
        return Catalogue.packaged();
    }
}

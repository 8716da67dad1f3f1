package dev.keepwell.source.flow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FlowSetup {

    @Bean
    Arriving rowsOfFiles() {
        return new ImportedRows(Way.FILES);
    }

    @Bean
    Arriving rowsOfWebhooks() {
        return new ImportedRows(Way.WEBHOOK);
    }
}

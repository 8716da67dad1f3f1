package dev.keepwell.postgres;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the home and its database when the application starts, and closes them last.
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    /// Set by the environment variable KEEPWELL_HOME.
    @Bean
    Home home(@Value("${keepwell.home:./keepwell-data}") String path) {
        return Home.open(Path.of(path));
    }

    /// Set by the environment variable KEEPWELL_DATABASE_URL.
    @Bean
    Postgres postgres(Home home, @Value("${keepwell.database-url:}") String url) {
        return Postgres.open(home, url);
    }

    /// Closed by [Postgres], before the server that it leads to.
    @Bean(destroyMethod = "")
    DataSource dataSource(Postgres postgres) {
        return postgres.source();
    }

    @Bean
    Database database(DataSource source) {
        return new Database(source);
    }
}

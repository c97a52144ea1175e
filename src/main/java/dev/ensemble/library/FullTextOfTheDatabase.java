package dev.ensemble.library;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Which full text it is: that of the database at hand. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FullTextOfTheDatabase {

    @Bean
    FullText fullText(DataSource database, JdbcClient jdbc) throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName());
        return product.equals("H2") ? new H2FullText(jdbc) : new PostgresFullText();
    }
}

package dev.ensemble.api;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * H2 shows others what is committed a moment before it stands in the file: who reads it then and is killed told of what never
 * was. PostgreSQL shows it afterwards.
 */
@Component
class OnDisk {

    private final JdbcClient jdbc;
    private final boolean mustBeAsked;

    OnDisk(DataSource database, JdbcClient jdbc) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.mustBeAsked = JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName())
                .equals("H2");
    }

    /** When it returns, all that could be read before survives a kill of the process. */
    void bring() {
        if (mustBeAsked) {
            jdbc.sql("checkpoint").update();
        }
    }
}

package org.lynceus.system;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lynceus.shared.Settings;

/**
 * Brings the schema to the version of this application at start (the files of {@code ddl/}), or,
 * where a database administrator does that ({@code lynceus.database.migrate=false}), refuses to
 * start on an older schema and says so.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private Settings settings;

  @PostConstruct
  void bringUpToDate() {
    Flyway flyway =
        Flyway.configure(getClass().getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .load();
    if (settings.migrate()) {
      int done = flyway.migrate().migrationsExecuted;
      LOG.log(Level.INFO, "Schema is up to date, {0} migrations run", done);
      return;
    }
    int pending = flyway.info().pending().length;
    if (pending > 0) {
      throw new IllegalStateException(
          "The database schema is older than this application: "
              + pending
              + " files of ddl/ are not applied. Apply them, or set LYNCEUS_DATABASE_MIGRATE=true.");
    }
    flyway.validate();
  }
}

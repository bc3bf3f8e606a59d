package dev.portico.persistence.shared;

import java.util.Collection;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;

/** Hibernate, with everything off that rows without associations do not need. */
final class Sessions {

  private Sessions() {}

  static SessionFactory over(DataSource connections, Collection<RowTypes> rows) {
    var registry =
        new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder().build())
            .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, connections)
            // Told, it need not ask the server, which saves a connection at start.
            .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL")
            .applySetting(
                AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
                Integer.toString(ServerFacts.OLDEST_VERSION))
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
            .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none")
            .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
            .applySetting(AvailableSettings.USE_QUERY_CACHE, false)
            .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
            // Rows are never proxies, so no classes have to be made at start.
            .addService(BytecodeProvider.class, new BytecodeProviderImpl())
            .build();
    var sources = new MetadataSources(registry);
    rows.forEach(types -> types.classes().forEach(sources::addAnnotatedClass));
    return sources.buildMetadata().buildSessionFactory();
  }
}

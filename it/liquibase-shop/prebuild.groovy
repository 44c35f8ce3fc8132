dev.migrator.it.ShopProduction.prepare(basedir.toPath(), backend, majors, "liquibase", "username")

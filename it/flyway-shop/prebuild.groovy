dev.migrator.it.ShopProduction.prepare(basedir.toPath(), backend, majors, "flyway", "user")

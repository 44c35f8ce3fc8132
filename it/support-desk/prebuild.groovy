dev.migrator.it.Production.prepare(basedir.toPath(), backend, majors)

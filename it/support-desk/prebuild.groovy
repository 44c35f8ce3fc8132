dev.migrator.it.SampleFolders.copy(java.nio.file.Path.of(checkout), basedir.toPath())
dev.migrator.it.Production.prepare(basedir.toPath(), backend, majors)

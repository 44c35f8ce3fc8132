if (demo == "true") {
    dev.migrator.it.Story.tell(basedir.toPath())
}

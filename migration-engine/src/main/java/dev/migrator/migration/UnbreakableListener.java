package dev.migrator.migration;

/** Passes events on; what the listener throws is logged and ends nothing. */
record UnbreakableListener(MigrationListener listener) implements MigrationListener {

    private static final System.Logger LOG = System.getLogger(UnbreakableListener.class.getName());

    @Override
    public void on(MigrationEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener to migrations failed", e);
        }
    }
}

package dev.migrator.profile.capture;

/**
 * How large a table is, as far as reading it in parts is concerned.
 *
 * @param pages of the table's own file
 * @param toastPages of the file that holds its long values
 * @param heap whether it is stored in PostgreSQL's own way, where pages tell where rows lie
 */
record TableSize(long pages, long toastPages, boolean heap) {

    /** Of a page, as nearly every server has been built with. */
    private static final long PAGE = 8192;

    /** Of both files, as far as it matters for who reads what first. */
    long bytes() {
        return (pages + toastPages) * PAGE;
    }
}

package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.List;

/** One kind of catalog object. */
public interface Kind {

    /**
     * Every user object of the kind, in any order, by a number of queries that does not depend on how many there are. Members of
     * extensions and temporary objects may be among them; they are sorted out for all kinds alike.
     */
    List<Draft> read(CatalogSession session) throws SQLException;
}

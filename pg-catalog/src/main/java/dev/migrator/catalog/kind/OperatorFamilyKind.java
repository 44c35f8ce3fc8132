package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Operator families with those members that belong to no class; of PostgreSQL's own families what users have added. */
final class OperatorFamilyKind implements Kind {

    private static final String QUERY = """
            SELECT f.oid, n.nspname, f.opfname, a.amname, format('%I.%I USING %I', n.nspname, f.opfname, a.amname) AS quoted
            FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        OperatorMembers members = session.once(OperatorMembers.class, OperatorMembers::read);
        List<Draft> families = session.query(QUERY, row -> {
            Address address = new Address("pg_opfamily", row.number("oid"));
            String name = row.text("quoted");
            List<Step> steps = new ArrayList<>();
            if (address.oid() >= Address.FIRST_USER_OID) {
                steps.add(Step.at(Stage.BEFORE_ROWS, "CREATE OPERATOR FAMILY " + name));
            }
            if (!members.of(address).isEmpty()) {
                steps.add(Step.at(
                        Stage.BEFORE_ROWS,
                        "ALTER OPERATOR FAMILY " + name + " ADD\n    " + String.join(",\n    ", members.of(address))));
            }
            return Draft.of(
                            address,
                            new ObjectId(
                                    ObjectKind.OPERATOR_FAMILY,
                                    row.text("nspname"),
                                    row.text("amname"),
                                    row.text("opfname")),
                            name,
                            steps)
                    .covering(members.addresses(address));
        });
        families.removeIf(family -> family.steps().isEmpty());
        return families;
    }
}

package dev.migrator.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rooms of the house and who may look into which; the table stands in CONTRIBUTING.md. */
@AnalyzeClasses(
        packages = "dev.migrator",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    /** What other modules lend this one's tests. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule each_room_uses_only_the_rooms_below_it = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.migrator..")
            .layer("errors")
            .definedBy("dev.migrator.error..")
            .layer("pg-server")
            .definedBy("dev.migrator.postgres..")
            .layer("pg-catalog")
            .definedBy("dev.migrator.catalog..")
            .layer("profile-store-s3")
            .definedBy("dev.migrator.profile.s3..")
            .layer("profile-store")
            .definedBy(in("dev.migrator.profile", "dev.migrator.profile.s3"))
            .layer("migration-engine")
            .definedBy("dev.migrator.migration..")
            .layer("migrator-core")
            .definedBy("dev.migrator.core..")
            .layer("migrator-maven-plugin")
            .definedBy("dev.migrator.maven..")
            .layer("test-servers")
            .definedBy("dev.migrator.testing..")
            .whereLayer("errors")
            .mayNotAccessAnyLayer()
            .whereLayer("pg-server")
            .mayOnlyAccessLayers("errors")
            .whereLayer("pg-catalog")
            .mayOnlyAccessLayers("errors", "pg-server")
            .whereLayer("profile-store")
            .mayOnlyAccessLayers("errors", "pg-server", "pg-catalog")
            .whereLayer("profile-store-s3")
            .mayOnlyAccessLayers("errors", "profile-store")
            .whereLayer("migration-engine")
            .mayOnlyAccessLayers("errors", "pg-server", "pg-catalog")
            .whereLayer("migrator-core")
            .mayOnlyAccessLayers("errors", "pg-server", "pg-catalog", "profile-store", "migration-engine")
            .whereLayer("migrator-maven-plugin")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule what_is_internal_is_used_by_its_own_room_only =
            classes().that().resideInAPackage("..internal..").should(beUsedOnlyBesideTheirInternalPackage());

    @ArchTest
    static final ArchRule the_goals_hold_no_logic_of_stores_catalogs_or_migrations = noClasses()
            .that()
            .resideInAPackage("dev.migrator.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.migrator.catalog..", "dev.migrator.migration..", "software.amazon..", "org.postgresql..");

    @ArchTest
    static final ArchRule rooms_form_no_cycles =
            slices().matching("dev.migrator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule libraries_do_not_print = noClasses()
            .that()
            .resideOutsideOfPackages("dev.migrator.testing..", "dev.migrator.maven..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static DescribedPredicate<JavaClass> in(String root, String except) {
        return DescribedPredicate.describe(
                root + " without " + except,
                type -> below(type.getPackageName(), root) && !below(type.getPackageName(), except));
    }

    private static boolean below(String name, String root) {
        return name.equals(root) || name.startsWith(root + '.');
    }

    private static ArchCondition<JavaClass> beUsedOnlyBesideTheirInternalPackage() {
        return new ArchCondition<>("be used only below the package that holds their internal package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getPackageName();
                String owner = name.substring(0, name.indexOf(".internal"));
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !below(use.getOriginClass().getPackageName(), owner))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }
}

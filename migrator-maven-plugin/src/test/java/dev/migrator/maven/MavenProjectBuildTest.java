package dev.migrator.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.ProjectBuild;
import dev.migrator.core.settings.ProjectBuild.Element;
import dev.migrator.error.MigratorException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A POM as Maven has read it, asked for what it says of other tools. */
class MavenProjectBuildTest {

    private static final ProjectBuild.Plugin PLUGIN = new ProjectBuild.Plugin("org.example", "some-maven-plugin");

    @TempDir
    private Path folder;

    private final Model model = new Model();

    @BeforeEach
    void aPom() {
        model.setArtifactId("shop");
        model.setBuild(new Build());
        model.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
    }

    @Test
    void aDependencyIsASignOfATool() {
        Dependency starter = new Dependency();
        starter.setGroupId("org.springframework.boot");
        starter.setArtifactId("spring-boot-starter-flyway");
        model.addDependency(starter);

        assertThat(build().uses("flyway")).isTrue();
        assertThat(build().uses("liquibase")).isFalse();
    }

    @Test
    void aPluginIsASignOfATool() throws Exception {
        plugin("<configuration/>");

        assertThat(build().uses("org.example")).isTrue();
    }

    @Test
    void theConfigurationOfAPluginIsGivenWithItsElements() throws Exception {
        plugin("<configuration><table> t </table><locations><location>a</location></locations></configuration>");

        assertThat(build().configuration(PLUGIN))
                .containsExactly(
                        new Element("table", "t", List.of()),
                        new Element("locations", "", List.of(new Element("location", "a", List.of()))));
    }

    @Test
    void aProjectThatIsNotCompiledIsAnErrorSinceMigrationsWouldBeMissed() throws Exception {
        Files.createDirectories(folder.resolve("src/main/java"));

        assertThatThrownBy(() -> build().classPath(PLUGIN))
                .isInstanceOf(MigratorException.class)
                .hasMessageContaining("not compiled")
                .hasMessageContaining("mvn process-classes");
    }

    private void plugin(String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId(PLUGIN.groupId());
        plugin.setArtifactId(PLUGIN.artifactId());
        plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader(configuration)));
        model.getBuild().addPlugin(plugin);
    }

    /** Of a session and libraries nothing is asked here. */
    private MavenProjectBuild build() {
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        return new MavenProjectBuild(null, project, null);
    }
}

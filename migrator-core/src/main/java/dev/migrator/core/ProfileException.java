package dev.migrator.core;

import dev.migrator.core.settings.NearestName;
import dev.migrator.error.MigratorException;
import dev.migrator.profile.ProfileName;
import java.io.IOException;
import java.util.List;

/** A profile is not there, there already, or not as far along as a goal needs it. */
public final class ProfileException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private ProfileException(String problem, String subject, String fix) {
        super(problem, subject, fix);
    }

    static ProfileException missing(ProfileName profile, String directory, List<String> known) {
        String create = "create it: mvn migrator:new-profile -Dprofile=" + profile;
        return new ProfileException(
                "profile does not exist",
                profile + " in " + directory,
                NearestName.to(profile.value(), known)
                        .map(name -> "Did you mean " + name + "? Else " + create)
                        .orElse("C" + create.substring(1)));
    }

    static ProfileException unreadable(String directory, IOException cause) {
        return new ProfileException(
                "the profiles cannot be listed ("
                        + cause.getClass().getSimpleName().replace("Exception", "") + ")",
                directory,
                "Give the user who runs this the right to read it, or set migrator.profilesDirectory");
    }

    static ProfileException exists(ProfileName profile, String file) {
        return new ProfileException(
                "profile exists already", profile.value(), "Edit " + file + ", or choose another name");
    }

    static ProfileException withoutSnapshots(ProfileName profile, String goal) {
        return new ProfileException(
                goal + " works on profiles with a snapshot, and this one's data are SQL files in Git",
                profile + " (kind: clean-db)",
                "Edit schema.sql and data.sql by hand, or set kind: user-generated in its profile.yaml");
    }

    static ProfileException noScript(ProfileName profile, String file) {
        return new ProfileException(
                "profile has no schema", profile + ": no " + file, "Write the file, or set kind: user-generated");
    }

    static ProfileException undecided(ProfileName profile, String file) {
        return new ProfileException(
                "nobody has decided whether the rows hold personal data",
                profile + ": no personalData in " + file,
                "Write personalData: none (there are none), masked (mask: replaces them before they leave the database)"
                        + " or raw (they are uploaded as they are, and who reads the store reads them)");
    }
}

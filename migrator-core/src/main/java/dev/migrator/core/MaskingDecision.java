package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.core.settings.Unclassified;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.capture.PersonalData;
import java.util.List;
import java.util.Set;

/** What profile.yaml decides about personal data, in the words of the capture. */
final class MaskingDecision {

    private MaskingDecision() {}

    /** @throws ProfileException where nothing is decided, telling what there is to decide */
    static Masking of(Settings settings) {
        PersonalData decision = settings.find(SettingKeys.PERSONAL_DATA)
                .orElseThrow(() -> ProfileException.undecided(
                        settings.profile(),
                        settings.shown(new ProfilesDirectory(settings)
                                .folder(settings.profile())
                                .settingsFile())));
        return new Masking(
                decision,
                settings.find(SettingKeys.MASK).orElse(List.of()),
                Set.copyOf(settings.find(SettingKeys.KEEP).orElse(List.of())),
                settings.get(SettingKeys.UNCLASSIFIED) == Unclassified.FAIL);
    }
}

package dev.migrator.core;

import dev.migrator.core.settings.MaskExpression;
import dev.migrator.core.settings.PersonalDataDecision;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.core.settings.Unclassified;
import dev.migrator.profile.capture.ColumnName;
import dev.migrator.profile.capture.MaskedColumn;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.capture.PersonalData;
import java.util.List;
import java.util.stream.Collectors;

/** What profile.yaml decides about personal data, in the words of the capture. */
final class MaskingDecision {

    private MaskingDecision() {}

    /** @throws ProfileException where nothing is decided, telling what there is to decide */
    static Masking of(Settings settings) {
        PersonalDataDecision decision = settings.find(SettingKeys.PERSONAL_DATA)
                .orElseThrow(() -> ProfileException.undecided(
                        settings.profile(),
                        settings.shown(new ProfilesDirectory(settings)
                                .folder(settings.profile())
                                .settingsFile())));
        return new Masking(
                PersonalData.valueOf(decision.name()),
                settings.find(SettingKeys.MASK).orElse(List.of()).stream()
                        .map(MaskingDecision::masked)
                        .toList(),
                settings.find(SettingKeys.KEEP).orElse(List.of()).stream()
                        .map(kept -> new ColumnName(kept.schema(), kept.table(), kept.column()))
                        .collect(Collectors.toSet()),
                settings.get(SettingKeys.UNCLASSIFIED) == Unclassified.FAIL);
    }

    private static MaskedColumn masked(MaskExpression mask) {
        return new MaskedColumn(
                mask.column().schema(), mask.column().table(), mask.column().column(), mask.expression());
    }
}

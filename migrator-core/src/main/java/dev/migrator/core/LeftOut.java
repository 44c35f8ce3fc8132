package dev.migrator.core;

import dev.migrator.catalog.Aspect;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import java.util.EnumSet;
import java.util.Set;

/** What restore does not bring along and diff does not compare. */
final class LeftOut {

    private LeftOut() {}

    static Set<Aspect> of(Settings settings) {
        Set<Aspect> leftOut = EnumSet.noneOf(Aspect.class);
        settings.find(SettingKeys.LEAVE_OUT).ifPresent(leftOut::addAll);
        if (!settings.get(SettingKeys.OWNERSHIP)) {
            leftOut.addAll(Set.of(Aspect.OWNER, Aspect.PRIVILEGES));
        }
        return leftOut;
    }
}

package dev.migrator.catalog.kind;

import java.util.List;

/** Every kind there is; one that is not in this list is reported by the guard. */
public final class Kinds {

    private static final List<Kind> ALL = List.of(
            new SchemaKind(),
            new ExtensionKind(),
            new LanguageKind(),
            new AccessMethodKind(),
            new CollationKind(),
            new ConversionKind(),
            new EnumKind(),
            new CompositeKind(),
            new DomainKind(),
            new DomainConstraintKind(),
            new RangeKind(),
            new BaseTypeKind(),
            new RoutineKind(),
            new AggregateKind(),
            new OperatorKind(),
            new OperatorFamilyKind(),
            new OperatorClassKind(),
            new CastKind(),
            new TransformKind(),
            new TextSearchParserKind(),
            new TextSearchTemplateKind(),
            new TextSearchDictionaryKind(),
            new TextSearchConfigurationKind(),
            new ForeignDataWrapperKind(),
            new ServerKind(),
            new UserMappingKind(),
            new SequenceKind(),
            new TableKind(),
            new ForeignTableKind(),
            new ColumnDefaultKind(),
            new AttachmentKind(),
            new ViewKind(),
            new MaterializedViewKind(),
            new ConstraintKind(),
            new IndexKind(),
            new ForeignKeyKind(),
            new RuleKind(),
            new TriggerKind(),
            new PolicyKind(),
            new StatisticsKind(),
            new PublicationKind(),
            new SubscriptionKind(),
            new EventTriggerKind());

    private Kinds() {}

    public static List<Kind> all() {
        return ALL;
    }

    /** All but the one that not everybody may read. */
    public static List<Kind> withoutSubscriptions() {
        return ALL.stream().filter(kind -> !(kind instanceof SubscriptionKind)).toList();
    }
}

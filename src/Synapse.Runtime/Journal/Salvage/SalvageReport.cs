namespace Synapse.Runtime.Journal.Salvage;

/// <summary>What a salvage did.</summary>
/// <param name="Damaged">Where the damaged journal is kept.</param>
/// <param name="Tables">What was read of each table.</param>
/// <param name="Lost">What is missing, one sentence each; empty when all of it was read.</param>
internal sealed record SalvageReport(string Damaged, IReadOnlyList<SalvagedTable> Tables, IReadOnlyList<string> Lost);

internal sealed record SalvagedTable(string Name, long Copied, bool HasGaps);

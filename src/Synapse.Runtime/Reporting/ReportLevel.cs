namespace Synapse.Runtime.Reporting;

/// <summary>How much a report says.</summary>
internal enum ReportLevel
{
    Normal,
    Quiet,
    Verbose,
}

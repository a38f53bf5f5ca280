namespace Mistakes;

[ExportAction]
public sealed partial class SkippedInput
{
    [Step(SkipWhen = nameof(Offline))]
    string[] Find() => [Steps.Find];

    [Step]
    int Count(string[] files) => files.Length; // SYN2019

    string? Offline() => null;
}

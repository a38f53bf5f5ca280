using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>One wrong and one right params type a rule; how each rule judges what it meets, the tests of the generator try at length.</summary>
internal static class ParamsCases
{
    public static IEnumerable<RuleCase> All =>
    [
        Wrong("SYN3001", "public [|object?|] Content { get; init; }", "Param 'Content' has type 'object?', which cannot be read from JSON: use JsonElement for any JSON"),
        Right("SYN3001", "public Dictionary<string, int[]>? Content { get; init; }"),
        Wrong("SYN3002", "[[|MinLength(1)|]] public int Epochs { get; init; }", "[MinLength] does not fit param 'Epochs' of type 'int': it is for text, lists and dictionaries"),
        Right("SYN3002", "[MinLength(1)] public required int[] Epochs { get; init; }"),
        Wrong("SYN3003", "[Range(1, 500)] public int Epochs { get; init; } = [|501|];", "Default 501 of param 'Epochs' breaks its own constraint: allowed is 1 to 500"),
        Right("SYN3003", "[Range(1, 500)] public int Epochs { get; init; } = 500;"),
        Wrong("SYN3004", "public int BatchSize { get; init; } public int [|batch_size|] { get; init; }", "Params 'BatchSize' and 'batch_size' are both called \"batch_size\" in JSON. Set another name with [JsonPropertyName]."),
        Right("SYN3004", "public int BatchSize { get; init; } [System.Text.Json.Serialization.JsonPropertyName(\"batch\")] public int batch_size { get; init; }"),
        Wrong("SYN3005", "[[|RegularExpression(\"(\")|]] public string? Name { get; init; }", "The pattern of param 'Name' cannot be used: Invalid pattern '(' at offset 1. Not enough )'s."),
        Right("SYN3005", "[RegularExpression(@\"\\(\")] public string? Name { get; init; }"),
        Wrong("SYN3006", "public required int Epochs { get; init; } = [|10|];", "Param 'Epochs' is required, so its initializer 10 is never used. Remove 'required' or the initializer."),
        Right("SYN3006", "public required int Epochs { get; init; }"),
        Wrong("SYN3007", "public bool [|Verbose|] { get; init; }", "Param 'Verbose' shares the flag --verbose with the command line: after the action's name it sets the param. The option then stands before that name: run --verbose ACTION."),
        Right("SYN3007", "public bool IsVerbose { get; init; }"),
        Wrong("SYN3008", "[[|Required|]] public string? Name { get; init; }", "[Required] of 'Name' cannot be evaluated at compile time, so it would never run. Use a constraint that the binder knows, or 'partial void Validate(ParamErrors errors)'."),
        Right("SYN3008", "[MinLength(1)] public required string Name { get; init; }"),
        Wrong("SYN3009", "[Range(1, 5, [|ErrorMessage = \"{9}\"|])] public int Epochs { get; init; } = 1;", "The message of [Range] of 'Epochs' cannot be evaluated at compile time: its placeholders are {0} to {2}, and a brace that belongs to none is written twice."),
        Right("SYN3009", "[Range(1, 5, ErrorMessage = \"{0}: {1} to {2}\")] public int Epochs { get; init; } = 1;"),
        Wrong("SYN3011", "public string [|Name|] { get; init; }", "Param 'Name' of type 'string' would be null when absent. Make it required, nullable, or give it an initializer."),
        Right("SYN3011", "public string? Name { get; init; }"),
    ];

    private static RuleCase Wrong(string rule, string member, string message) => new(rule, "a member of params", Source(member), message);

    private static RuleCase Right(string rule, string member) => new(rule, "a member of params", Source(member));

    private static string Source(string member) => $$"""
        [Params]
        public sealed partial record Settings
        {
            {{member}}
        }
        """;
}

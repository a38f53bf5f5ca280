using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>What steps hand to each other.</summary>
internal static class DataflowCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2008", "nobody", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string First([|int|] number) => Steps.First;
            }
            """, "'First' asks for 'int', but no step before it returns that type."),
        new("SYN2008", "two producers", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
                [Step] int Second() => 2;
                [Step] string Third([|int|] number) => "";
            }
            """, "'Third' asks for 'int', but 'First' and 'Second' both return it. Pick one with [From(nameof(First))]."),
        new("SYN2008", "a later one", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string First([|int|] number) => "";
                [Step] int Second() => 2;
            }
            """, "'First' asks for 'int', but 'Second', which returns it, runs later. Move it up, or set After = nameof(Second)."),
        new("SYN2008", "near misses", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] DurableList<int> Rows() => new([1]);
                [Step] string One([|int|] number) => "";
                [Step] bool Many([|DurableList<string>|] texts) => true;
                [Step] char Wider([|object|] text) => 'a';
            }
            """,
            "'One' asks for 'int', but no step before it returns that type. 'Rows' returns rows of it: ask for 'DurableList<int>'.",
            "'Many' asks for 'DurableList<string>', but no step before it returns that type. 'One' returns one 'string': ask for that.",
            "'Wider' asks for 'object', but no step before it returns that type. 'One' returns 'string': types must be the same."),
        new("SYN2008", "params that are not marked", """
            public sealed record Settings(int Epochs);

            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First([|Settings|] settings) => settings.Epochs;
            }
            """, "'First' asks for 'Settings', but no step before it returns that type. If it is the action's params, mark 'Settings' [Params]."),
        new("SYN2008", "another context, and a reference", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First([|UploadContext|] run) => 1;
                [Step] string Second(in [|int|] number) => "";
            }
            """,
            "'First' asks for 'UploadContext', but a step of this action gets 'TrainContext'.",
            "'Second' asks for 'int', but 'in' parameters cannot be filled. Take it by value."),
        new("SYN2008", "a skip method, before its own step has run", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(SkipWhen = nameof(Nothing))] int First() => 1;
                string? Nothing([|int|] first) => null;
            }
            """, "'Nothing' asks for 'int', but no step before it returns that type. Only its own step does."),
        new("SYN2008", "From a step of another type, and from a later one", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
                [Step] bool Second([From(nameof(First))] [|string|] text) => true;
                [Step] char Third([From(nameof(Fourth))] [|string|] text) => 'a';
                [Step] string Fourth() => "";
            }
            """,
            "'Second' asks for 'string', but 'First' returns 'int'. Ask for that, or name another step.",
            "'Third' asks for 'string', but 'Fourth' runs later or returns nothing. Name an earlier step."),
        new("SYN2008", "filters, From, rows and nullable values", """
            public sealed record Item(string Name);

            [TrainAction]
            public sealed partial class Train
            {
                [Step] async IAsyncEnumerable<Item> Discover(TrainContext? run)
                {
                    await Task.Yield();
                    yield return new("a");
                }

                [Step] DurableList<Item> Validate(DurableList<Item> items) => items;
                [Step] int Count(DurableList<Item> items) => items.Count;
                [Step] int CountAll([From(nameof(Discover))] DurableList<Item> items) => items.Count;
                [Step] string Last([From(nameof(Count))] int? few, [From(nameof(CountAll))] int all) => "";
            }
            """),
        new("SYN2009", "down to the member at fault", """
            public sealed record Item(string Name, Stream Content);

            [TrainAction]
            public sealed partial class Train
            {
                [Step] [|Task<List<Item>>|] First() => Task.FromResult(new List<Item>());
                [Step] string Second(List<Item> items) => Steps.Second;
            }
            """, "Train.First.List<Item>[].Content cannot be journaled: 'System.IO.Stream' has no exact JSON; copy what you need of it into a record"),
        new("SYN2009", "recipes, objects and interfaces", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] [|IEnumerable<int>|] First() => [1];
                [Step] [|object|] Second() => 1;
                [Step] [|IDisposable|] Third() => null!;
                [Step] [|Func<int>|] Fourth() => () => 1;
            }
            """,
            "Train.First.IEnumerable<int> cannot be journaled: 'System.Collections.Generic.IEnumerable<int>' is a recipe and not values; return an array, or IAsyncEnumerable<T> from the step itself",
            "Train.Second.object cannot be journaled: 'object' does not say what it holds; use a type with named members, or JsonElement",
            "Train.Third.IDisposable cannot be journaled: 'System.IDisposable' is an interface, which does not say what to restore; use the class",
            "Train.Fourth.Func<int> cannot be journaled: 'System.Func<int>' is a delegate, and code is not data"),
        new("SYN2009", "type parameters, said once", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] T [|First|]<T>(T value) => value;
            }
            """, "Train.First cannot be journaled: a step cannot have type parameters"),
        new("SYN2009", "a type that is journaled by itself", """
            [Journaled]
            public sealed record [|Sent|](string Name, Stream Content);
            """, "Sent.Content cannot be journaled: 'System.IO.Stream' has no exact JSON; copy what you need of it into a record"),
        new("SYN2009", "a type without mistakes that is journaled by itself", """
            [Journaled]
            public sealed record Sent(string Name, long Size);
            """),
        new("SYN2009", "records, lists, tuples, values that may be null", """
            public sealed record Item(string Name, int[] Sizes, Dictionary<string, double?> Scores, DayOfWeek Day);

            [TrainAction]
            public sealed partial class Train
            {
                [Step] Item? First() => null;
                [Step] List<(int, string?)> Second(Item? item) => [];
                [Step] ValueTask<System.Text.Json.JsonElement> Third() => default;
            }
            """),
        new("SYN2019", "a step that may be skipped", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(SkipWhen = nameof(Never))] int First() => 1;
                [Step(SkipWhen = nameof(Never))] DurableList<string> Second() => new([]);
                [Step] bool Third([|int|] number, [|DurableList<string>|] texts) => true;
                string? Never() => null;
            }
            """,
            "'Third' takes 'int' from step 'First', which may be skipped. Ask for 'int?'.",
            "'Third' takes 'DurableList<string>' from step 'Second', which may be skipped. Ask for 'DurableList<string>?'."),
        new("SYN2019", "a step that may return null, in a later step and its own rollback", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Rollback = nameof(Undo))] string? First() => null;
                [Step] int Second([|string|] text) => 1;
                void Undo([|string|] text) { }
            }
            """,
            "'Second' takes 'string' from step 'First', which may return null. Ask for 'string?'.",
            "'Undo' takes 'string' from step 'First', which may return null. Ask for 'string?'."),
        new("SYN2019", "asked for as it may come, or without annotations", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(SkipWhen = nameof(Never), Rollback = nameof(Undo))] int First() => 1;
                [Step(SkipWhen = nameof(Never))] DurableList<string> Second() => new([]);
                [Step] bool Third(int? number, DurableList<string>? texts) => true;
            #nullable disable
                [Step] char Fourth(DurableList<string> texts) => 'a';
                string Never() => null;
            #nullable restore
                void Undo(int first) { }
            }
            """),
        new("SYN3010", "a type that is not marked", """
            public sealed record Settings(int Epochs);

            [TrainAction]
            public sealed partial class Train
            {
                public void Execute([|Settings|] p) { }
            }
            """, "'Settings' cannot be bound as params: mark it [Params] and declare it partial, so that 'Execute' can take it."),
        new("SYN3010", "a base alone", """
            [Params] public abstract partial record Base { public int A { get; init; } }

            [TrainAction]
            public sealed partial class Train
            {
                public void Execute([|Base|] p) { }
            }
            """, "'Base' cannot be bound as params: it is abstract. Let one method of 'Train' ask for a type that derives from it."),
        new("SYN3010", "marked and partial", """
            [Params] public sealed partial record Settings { public int Epochs { get; init; } }

            [TrainAction]
            public sealed partial class Train
            {
                public void Execute(Settings? p) { }
            }
            """),
    ];
}

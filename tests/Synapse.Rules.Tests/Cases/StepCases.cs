using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Steps by themselves: their names, weights and shapes.</summary>
internal static class StepCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2001", "Execute instead", """
            [UploadAction]
            public sealed partial class [|Upload|]
            {
                public void Execute(UploadContext run) => run.Progress(Progress.Upload, 1, 1);
            }
            """, "Upload action 'Upload' has no steps. Add [Step] methods, or pull in the standard ones with [UseSteps<StandardUpload>]."),
        new("SYN2001", "a function", """
            public static partial class Tools
            {
                [UploadAction]
                public static void [|Upload|](UploadContext run) { }
            }
            """, "Upload action 'Upload' has no steps. Add [Step] methods, or pull in the standard ones with [UseSteps<StandardUpload>]."),
        new("SYN2001", "steps of a set only", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public int First(UploadContext run) => 1;
            }

            [UseSteps<Shared>]
            [UploadAction]
            public sealed partial class Upload;
            """),
        new("SYN2002", "with and without Async", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int Send() => Steps.Send.Length;
                [Step] Task [|SendAsync|]() => Task.CompletedTask;
            }
            """, "Step name 'send' is taken by 'Train.Send' already. Set another with Name = \"…\", or Replace = true to take its place."),
        new("SYN2002", "a given name, and one of a set", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public int First() => 1;
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Name = "first"|])] string Mine() => "";
            }
            """, "Step name 'first' is taken by 'Shared.First' already. Set another with Name = \"…\", or Replace = true to take its place."),
        new("SYN2002", "the place of a set's step", """
            [StepSet]
            public class Shared
            {
                [Step] public static int First() => 1;
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Replace = true)] string First() => "";
            }
            """),
        new("SYN2005", "nothing, less, and no number", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Weight = 0|])] int First() => 1;
                [Step([|Weight = -1.5|])] string Second() => Steps.Second;
                [Step([|Weight = double.NaN|])] string Third() => Steps.Third;
                [Step([|Weight = double.PositiveInfinity|])] string Fourth() => Steps.Fourth;
            }
            """,
            "Weight 0 of step 'first' is not a positive finite number, so it cannot be a share of the progress",
            "Weight -1.5 of step 'second' is not a positive finite number, so it cannot be a share of the progress",
            "Weight NaN of step 'third' is not a positive finite number, so it cannot be a share of the progress",
            "Weight Infinity of step 'fourth' is not a positive finite number, so it cannot be a share of the progress"),
        new("SYN2005", "a fraction", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Weight = 0.1)] int First() => 1;
            }
            """),
        new("SYN2022", "less than nothing, no number, and longer than a process lives", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Retries = -1|])] int First() => 1;
                [Step([|RetryDelaySeconds = double.NaN|])] string Second() => Steps.Second;
                [Step([|TimeoutSeconds = 1e9|])] string Third() => Steps.Third;
            }
            """,
            "Retries = -1 of step 'first' is out of range: 0 to 1000",
            "RetryDelaySeconds = NaN of step 'second' is out of range: 0 to 30 days",
            "TimeoutSeconds = 1000000000 of step 'third' is out of range: 0 (no limit) to 30 days"),
        new("SYN2022", "sensible numbers", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Retries = 3, RetryDelaySeconds = 0.5, TimeoutSeconds = 60)] int First() => 1;
            }
            """),
        new("SYN2010", "given", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Name = "First Step"|])] int First() => 1;
            }
            """, "'First Step' is no step name: use lower-case letters, digits and '_', starting with a letter, at most 64 characters"),
        new("SYN2010", "made of the method's", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int [|Prüfen|]() => 1;
                [Step] string [|_Send|]() => "";
            }
            """,
            "'prüfen' is no step name: use lower-case letters, digits and '_', starting with a letter, at most 64 characters",
            "'_send' is no step name: use lower-case letters, digits and '_', starting with a letter, at most 64 characters"),
        new("SYN2010", "a good one instead", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Name = "pruefen_2")] int Prüfen() => 1;
            }
            """),
        new("SYN2013", "async void", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] async void [|First|]() => await Task.Yield();
            }
            """, "'First' is async void: the run could neither wait for it nor see it fail. Return Task."),
        new("SYN2013", "void, and async", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] void First() { }
                [Step] async Task Second() => await Task.Yield();
                [Step] async ValueTask Third() => await Task.Yield();
            }
            """),
        new("SYN2015", "a step in each", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
            }

            public sealed partial class Train
            {
                [Step] string [|Second|]() => Steps.Second;
            }
            """, "Steps of 'Train' stand in two parts of the class, so their order is not defined. Move 'Second' to the part that has the others."),
        new("SYN2015", "helpers in the other", """
            [TrainAction]
            public sealed partial class Train;

            public sealed partial class Train
            {
                [Step(Rollback = nameof(Undo))] int First() => 1;
                [Step] string Second(int first) => Text(first);
            }

            public sealed partial class Train
            {
                void Undo(int first) { }
                string Text(int number) => "";
            }
            """),
    ];
}

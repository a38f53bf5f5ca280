namespace Synapse.Bench;

/// <summary>A project of actions as authors write them, with one place to edit a body and one to edit a declaration.</summary>
internal static class Source
{
    public static string Of(int index) => Text(index, body: 0, defaultValue: 10);

    public static string WithBody(int index, int edit) => Text(index, edit, defaultValue: 10);

    public static string WithDefault(int index, int edit) => Text(index, body: 0, 10 + edit);

    private static string Text(int index, int body, int defaultValue) => $$"""
        using System;
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using Synapse;

        namespace Many.N{{index}};

        /// <summary>What a user sets.</summary>
        [Params]
        public sealed partial record Params{{index}}
        {
            /// <summary>Dataset to work on.</summary>
            public required int Dataset { get; init; }

            /// <summary>How often.</summary>
            [Range(1, 500)] public int Epochs { get; init; } = {{defaultValue}};

            /// <summary>What to call it.</summary>
            public string Name { get; init; } = "run";
        }

        public sealed record Part{{index}}(string Name, int Count);

        public sealed record Result{{index}}(double Loss, int Parts);

        /// <summary>Works in two steps.</summary>
        [TrainAction(Name = "train_{{index}}")]
        public sealed partial class Train{{index}}
        {
            [Step]
            Part{{index}} Prepare(Params{{index}} p, TrainContext run) => new(p.Name, p.Epochs);

            [Step(Weight = 4)]
            async Task<Result{{index}}> Fit(Part{{index}} part, Params{{index}} p, TrainContext run, CancellationToken ct)
            {
                var x = {{body}};
                run.Log.Info("Fitting {Count}", part.Count + x);
                await Task.Delay(1, ct);
                return new(0.5, part.Count);
            }
        }
        """;
}

namespace Synapse.Bench.Generators;

/// <summary>
/// A file of a made-up project, in the dialect of each generator: a type with three values and one with a method, with
/// one place to edit a body and one to edit a declaration.
/// </summary>
internal static class Sources
{
    public static string Synapse(int index, int body, int defaultValue) => $$"""
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

    public static string PolyType(int index, int body, int defaultValue) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using PolyType;

        namespace Many.N{{index}};

        /// <summary>What a user sets.</summary>
        [GenerateShape]
        public sealed partial record Params{{index}}
        {
            /// <summary>Dataset to work on.</summary>
            public required int Dataset { get; init; }

            /// <summary>How often.</summary>
            public int Epochs { get; init; } = {{defaultValue}};

            /// <summary>What to call it.</summary>
            public string Name { get; init; } = "run";
        }

        public sealed record Part{{index}}(string Name, int Count);

        [GenerateShape]
        public sealed partial record Result{{index}}(double Loss, int Parts, Part{{index}} Part);

        /// <summary>Works in two steps.</summary>
        public sealed partial class Train{{index}}
        {
            async Task<Result{{index}}> Fit(Part{{index}} part, Params{{index}} p, CancellationToken ct)
            {
                var x = {{body}};
                Console.WriteLine("Fitting {0}", part.Count + x);
                await Task.Delay(1, ct);
                return new(0.5, part.Count, part);
            }
        }
        """;

    public static string Mvvm(int index, int body, int defaultValue) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using CommunityToolkit.Mvvm.ComponentModel;
        using CommunityToolkit.Mvvm.Input;

        namespace Many.N{{index}};

        /// <summary>What a user sets.</summary>
        public sealed partial class Params{{index}} : ObservableObject
        {
            /// <summary>Dataset to work on.</summary>
            [ObservableProperty] private int _dataset;

            /// <summary>How often.</summary>
            [ObservableProperty] private int _epochs = {{defaultValue}};

            /// <summary>What to call it.</summary>
            [ObservableProperty] private string _name = "run";
        }

        public sealed record Part{{index}}(string Name, int Count);

        public sealed record Result{{index}}(double Loss, int Parts);

        /// <summary>Works in two steps.</summary>
        public sealed partial class Train{{index}} : ObservableObject
        {
            [RelayCommand]
            private void Prepare(Params{{index}} p) => Console.WriteLine(p.Epochs);

            [RelayCommand]
            private async Task FitAsync(Part{{index}} part, CancellationToken ct)
            {
                var x = {{body}};
                Console.WriteLine("Fitting {0}", part.Count + x);
                await Task.Delay(1, ct);
            }
        }
        """;
}

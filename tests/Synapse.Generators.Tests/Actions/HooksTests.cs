using System.Reflection;
using Synapse.Generators.Tests.Harness;
using Synapse.Journaling;
using Synapse.Wiring;

namespace Synapse.Generators.Tests.Actions;

/// <summary>Actions whose steps are a set's and call public methods of the class.</summary>
public sealed class HooksTests
{
    private const string Set = """
        using Synapse;

        public abstract record Item(int Id);
        public sealed record Apple(int Id) : Item(Id);
        public sealed record Basket(int Count);

        public abstract class FruitHooks : ActionHooks
        {
            public abstract IAsyncEnumerable<Item> Pick(CancellationToken ct);
            public virtual ValueTask<Item> Wash(Item item, CancellationToken ct) => new(item);
            public virtual ValueTask Done(Basket basket) => default;
            public virtual int Price(Item item) => 1;
        }

        [StepSet]
        public sealed class Fruit
        {
            [Step]
            public async Task<Basket> Gather(FruitHooks hooks, CancellationToken ct)
            {
                var sum = 0;
                await foreach (var item in hooks.Pick(ct))
                {
                    var washed = await hooks.Wash(item, ct);
                    sum += hooks.Price(washed) * washed.Id * (hooks.Has(nameof(FruitHooks.Price)) ? 1 : 1000);
                }
                await hooks.Done(new(sum));
                return new(sum);
            }
        }
        """;

    private const string Body = """
        [TrainAction, UseSteps<Fruit>]
        public sealed partial class Shop
        {
            public async IAsyncEnumerable<Apple> Pick(TrainContext run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
            {
                await Task.Yield();
                yield return new(2);
                yield return new(3);
            }
            public Apple Wash(Apple item) => item with { Id = item.Id * 10 };
            public async Task Done(Basket basket, CancellationToken ct) => await Task.Delay(1, ct);
        }
        """;

    [Fact]
    public void Export_is_wired_when_it_has_nothing_but_hooks() => Snap.Match(GeneratorTest.Run("""
        using Synapse; using Synapse.Actions; using Synapse.Backends;

        namespace Sample;

        [ExportAction]
        public sealed partial class Export
        {
            public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct)
                => run.Backend.Assignments.ListAsync(p.Filter, ct);

            public Assignment BeforeConvert(Assignment item) => item;

            public async Task<ExportItem> Convert(AnnotatedItem item, CancellationToken ct)
            {
                await Task.Yield();
                return ExportItem.Of(item);
            }

            public static void Finish(ExportFolder folder) => folder.PathOf("classes.txt");
        }
        """));

    [Fact]
    public void Pre_annotation_is_wired_when_it_has_nothing_but_hooks() => Snap.Match(GeneratorTest.Run("""
        using System.Text.Json; using Synapse; using Synapse.Actions; using Synapse.Backends;

        namespace Sample;

        [Params]
        public sealed partial record Settings : AddTaskDataParams
        {
            /// <summary>The least that counts.</summary>
            public double Threshold { get; init; } = 0.5;
        }

        [AddTaskDataAction]
        public sealed partial class PreAnnotate
        {
            public ValueTask<TaskData> ConvertDataFromFile(TargetFile labels, Settings p) => new(TaskData.Empty);
            public InferenceRequest SetupInferenceParams(PrimaryFile image, TaskItem task) => new(TaskData.Empty.Json);
            public TaskData ConvertDataFromInference(JsonElement answer, AddTaskDataContext run) => new(answer);
        }
        """));

    [Fact]
    public void Hooks_that_the_class_lacks_keep_what_the_set_does() => Assert.Equal(50_000, Gathered(Body));

    [Fact]
    public void Hooks_of_the_class_are_called_when_they_are_there() =>
        Assert.Equal(100, Gathered(Body.Replace("public Apple Wash", "public static int Price(Item item) => 2; public Apple Wash", StringComparison.Ordinal)));

    [Fact]
    public void Hooks_that_ask_for_nothing_of_the_run_build_without_a_warning()
    {
        string[] sources = ["using Synapse;\n[TrainAction, UseSteps<Fruit>] public sealed partial class Shop { public static IAsyncEnumerable<Item> Pick() => null!; }", Set];
        Assert.Empty(GeneratorTest.Output(sources).GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Descriptor_lists_the_hooks_when_a_set_asks_for_them()
    {
        var hooks = Descriptor(Body).Hooks;
        Assert.Equal(["Pick", "Wash", "Done", "Price"], hooks.Select(h => h.Name));
        Assert.Equal([true, false, false, false], hooks.Select(h => h.IsRequired));
        Assert.Equal([true, true, true, false], hooks.Select(h => h.IsImplemented));
        Assert.Equal(["Item", "CancellationToken"], hooks[1].Takes);
        Assert.Equal(["IAsyncEnumerable<Item>", "Item", null, "int"], hooks.Select(h => h.Returns));
    }

    private static int Gathered(string body)
    {
        var scope = new Scope();
        Descriptor(body).Steps[0].Run(scope).AsTask().GetAwaiter().GetResult();
        return (int)scope.Written!.GetType().GetProperty("Count")!.GetValue(scope.Written)!;
    }

    private static ActionDescriptor Descriptor(string body)
    {
        string[] sources = ["using Synapse;\n" + body, Set];
        GeneratorTest.Run(sources);
        var type = Loading.Load(GeneratorTest.Output(sources)).GetType("Shop")!;
        return (ActionDescriptor)type.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
    }

    private sealed class Scope : StepScope
    {
        public object? Written { get; private set; }

        public override ActionContext Context => null!;

        public override object? Params => null;

        public override CancellationToken CancellationToken => default;

        public override StepAttempt Attempt => throw new NotSupportedException();

        public override bool Has(int step) => false;

        public override T Read<T>(int step, Codec<T> codec) => throw new NotSupportedException();

        public override DurableList<T> ReadRows<T>(int step, Codec<T> codec) => throw new NotSupportedException();

        public override void Write<T>(T value, Codec<T> codec) => Written = value;

        public override Task WriteRowsAsync<T>(IAsyncEnumerable<T> rows, Codec<T> codec) => throw new NotSupportedException();

        public override Task WriteRowsAsync<T>(DurableList<T> rows, Codec<T> codec) => throw new NotSupportedException();
    }
}

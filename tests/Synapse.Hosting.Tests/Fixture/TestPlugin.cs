using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>A plugin with descriptors as the generator would write them.</summary>
internal sealed class TestPlugin
{
    private readonly IReadOnlyList<ParamField> _fields;

    public TestPlugin()
        : this(TrainFields)
    {
    }

    /// <param name="fields">The params of train.</param>
    public TestPlugin(IReadOnlyList<ParamField> fields)
    {
        _fields = fields;
        Descriptor = new PluginDescriptor
        {
            Code = "fashion",
            Name = "Fashion classifier",
            Version = "1.2.3",
            Description = "Classifies images of clothes.",
            Category = PluginCategory.NeuralNet,
            Actions = [Train(), Function("clean", _ => default), Function("upload", _ => default)],
        };
    }

    public PluginDescriptor Descriptor { get; }

    /// <summary>The JSON that each bind of train's params was given.</summary>
    public List<string> Bound { get; } = [];

    public static IReadOnlyList<ParamField> TrainFields { get; } =
    [
        new() { Name = "dataset", Kind = ParamKind.Number, Required = true, Allowed = "integer, at least 1", Description = "Ground truth to train on." },
        new() { Name = "epochs", Kind = ParamKind.Number, Allowed = "integer, 1 to 500", Default = "10", Description = "Passes over the training split." },
        new() { Name = "shuffle", Kind = ParamKind.Switch, Default = "true" },
        new() { Name = "run_name", Kind = ParamKind.Text },
        new() { Name = "tags", Kind = ParamKind.List, Allowed = "list of texts" },
        new()
        {
            Name = "optimizer",
            Kind = ParamKind.Object,
            Fields =
            [
                new() { Name = "lr", Kind = ParamKind.Number, Default = "0.001" },
                new() { Name = "momentum", Kind = ParamKind.Number },
                new() { Name = "betas", Kind = ParamKind.List },
            ],
        },
        new() { Name = "labels", Kind = ParamKind.Object },
        new() { Name = "extra", Kind = ParamKind.Json },
        new() { Name = "api_token", Kind = ParamKind.Secret },
        new() { Name = "quiet", Kind = ParamKind.Switch, Description = "A param that is named like an option." },
    ];

    public static ActionDescriptor Function(string name, Func<StepScope, ValueTask> run) => new ActionDescriptor<NoParams, NoResult>
    {
        Name = name,
        TypeName = "Fashion." + name,
        Kind = ActionKind.Function,
        Description = $"Does the {name}.",
        Steps = [new() { Name = "execute", Method = name + ".Execute", Fingerprint = name, Run = run }],
    };

    /// <summary>A plugin with pre-annotations of these names.</summary>
    public static PluginDescriptor PreAnnotating(params string[] names) => new()
    {
        Code = "pre",
        Name = "Pre-annotation",
        Version = "1.0.0",
        Description = null,
        Category = PluginCategory.PreAnnotation,
        Actions = [.. names.Select(PreAnnotation), Function("clean", _ => default)],
    };

    private static ActionDescriptor PreAnnotation(string name) => new ActionDescriptor<NoParams, NoResult>
    {
        Name = name,
        TypeName = "Pre." + name,
        Kind = ActionKind.AddTaskData,
        Hooks =
        [
            new("ConvertDataFromFile", ["TargetFile", "CancellationToken"], "TaskData", IsRequired: false, IsImplemented: true),
            new("SetupInferenceParams", [], null, IsRequired: false, IsImplemented: false),
        ],
        Steps = [new() { Name = "annotate", Method = name + ".Annotate", Fingerprint = name, Run = _ => default }],
    };

    private ActionDescriptor Train() => new ActionDescriptor<System.Text.Json.JsonElement, NoResult>
    {
        Name = "train",
        TypeName = "Fashion.Train",
        Kind = ActionKind.Train,
        Description = "Trains the classifier.",
        Categories = [new("train")],
        Params = TestBinder.For(_fields, Bound),
        IsStepped = true,
        Steps =
        [
            new() { Name = "load", Method = "Train.Load", Output = "Dataset", Fingerprint = "1", Run = _ => default },
            new()
            {
                Name = "fit", Method = "Train.Fit", Inputs = [new("Dataset", 0)], Output = "Weights", Weight = 3, Fingerprint = "2",
                Run = _ => default, Rollback = _ => default, Skip = _ => default,
            },
        ],
        ResultStep = 1,
    };
}

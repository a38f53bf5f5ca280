using Synapse.Wiring;

namespace Synapse.Runtime.TestPlugin;

/// <summary>Descriptors by hand: what the generator would write.</summary>
internal static class Plan
{
    public static PluginDescriptor Plugin(params ActionDescriptor[] actions) =>
        new() { Code = "test", Name = "Test", Version = "1.0.0", Actions = actions };

    /// <summary>A creating call on a backend, as a context makes it.</summary>
    public static EffectCall<int> Call(string kind, string digest, Func<string, CancellationToken, Task<int>> create, Func<long, CancellationToken, Task<int>>? find = null, string? key = null) =>
        new(kind, digest, Codecs.Int, create, find, key);

    public static ActionDescriptor Action(params StepDescriptor[] steps) => Action("test", OnFailure.Default, steps);

    public static ActionDescriptor Action(string name, OnFailure onFailure, params StepDescriptor[] steps) =>
        new ActionDescriptor<NoParams, NoResult>
        {
            Name = name,
            TypeName = "Test." + name,
            Kind = ActionKind.Function,
            OnFailure = onFailure,
            IsStepped = true,
            Steps = steps,
            ResultStep = steps.Length - 1,
            RegisterCodecs = static () =>
            {
                LoopCodecs.Register(Codecs.Int);
                LoopCodecs.Register(Codecs.Text);
            },
        };

    public static StepDescriptor Step(
        string name,
        Func<StepScope, Task> run,
        Func<StepScope, Task>? rollback = null,
        Func<StepScope, string?>? skip = null,
        bool rows = false,
        bool inFlight = false,
        double weight = 1,
        string print = "v1",
        int retries = 0,
        TimeSpan? delay = null,
        TimeSpan? timeout = null) => new()
        {
            Retries = retries,
            RetryDelay = delay ?? TimeSpan.FromMilliseconds(1),
            Timeout = timeout,
            Name = name,
            Method = "Test." + name,
            Weight = weight,
            Fingerprint = $"name={name};shape={print}",
            OutputIsRows = rows,
            Run = async scope => await run(scope),
            Skip = skip is null ? null : scope => ValueTask.FromResult(skip(scope)),
            Rollback = rollback is null ? null : async scope => await rollback(scope),
            RollbackInFlight = inFlight,
        };

    public static StepDescriptor Step(string name, Action<StepScope> run, Action<StepScope>? rollback = null) => Step(
        name,
        scope =>
        {
            run(scope);
            return Task.CompletedTask;
        },
        rollback is null
            ? null
            : scope =>
            {
                rollback(scope);
                return Task.CompletedTask;
            });
}

using Synapse.Wiring;

namespace Synapse.Runtime.TestPlugin;

/// <summary>The action whose one step creates two things at once. What each call sent stands in the effect file.</summary>
internal static class CreateLike
{
    public const string Kind = "create_thing";

    /// <param name="effects">Where each call notes its thing and its key.</param>
    /// <param name="order">The things in the order in which they are started, for instance <c>ab</c>.</param>
    /// <param name="hanging">The thing that gets no answer, so that the process can be killed before one.</param>
    public static ActionDescriptor Create(EffectFile effects, string order, string hanging) => Plan.Action(
        "create",
        OnFailure.Keep,
        Plan.Step("create", async scope =>
        {
            var answers = await Task.WhenAll(order.Select(thing => scope.Context.Engine.EffectAsync(
                Plan.Call(
                    Kind,
                    $"{thing}",
                    async (key, _) =>
                    {
                        effects.Add($"{thing} {key}");
                        if (hanging.Contains(thing, StringComparison.Ordinal))
                        {
                            await Task.Delay(Timeout.Infinite, CancellationToken.None);
                        }

                        return thing;
                    },
                    key: $"{thing}"),
                scope.CancellationToken)));
            scope.Write(answers.Sum(), Codecs.Int);
        }));
}

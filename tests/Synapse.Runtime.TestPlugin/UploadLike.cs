using System.Globalization;
using Synapse.Wiring;

namespace Synapse.Runtime.TestPlugin;

/// <summary>The action that is killed: rows, a loop over them whose items have an effect, a rollback that undoes each.</summary>
internal static class UploadLike
{
    public const int Items = 3000;

    public static ActionDescriptor Create(EffectFile effects, bool fails, int parallelism) => Plan.Action(
        "upload",
        OnFailure.Rollback,
        Plan.Step("discover", scope => scope.WriteRowsAsync(Rows(), Codecs.Int), rows: true),
        Plan.Step(
            "send",
            async scope =>
            {
                var sent = await scope.Context.ForEachAsync(
                    scope.ReadRows(0, Codecs.Int),
                    Key,
                    async (item, ct) =>
                    {
                        await Task.Yield();
                        effects.Add("send " + Key(item));
                        return item;
                    },
                    parallelism,
                    ct: scope.CancellationToken);
                await scope.WriteRowsAsync(sent, Codecs.Int);
            },
            rollback: scope => scope.Context.ForEachAsync(
                scope.ReadRows(1, Codecs.Int),
                Key,
                (item, ct) =>
                {
                    effects.Add("undo " + Key(item));
                    return Task.CompletedTask;
                },
                parallelism,
                ct: scope.CancellationToken),
            rows: true,
            inFlight: true),
        Plan.Step("finish", scope =>
        {
            if (fails)
            {
                throw new InvalidOperationException("finish fails");
            }

            scope.Write(scope.ReadRows(1, Codecs.Int).Count, Codecs.Int);
        }));

    private static string Key(int item) => item.ToString(CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<int> Rows()
    {
        for (var i = 0; i < Items; i++)
        {
            if (i % 1000 == 0)
            {
                await Task.Yield();
            }

            yield return i;
        }
    }
}

using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Proof;

/// <summary>Takes one promise away. Callers ask the switch first, so that nothing of this is in a product.</summary>
internal static class Weakness
{
    private const string Variable = "SYNAPSE_WEAKEN";

    /// <summary>A new name is not made durable.</summary>
    public static bool SkipsDirectorySync => ProofSwitch.IsOn && Is("directory-sync");

    /// <summary>The end of a step and the start of the next one are not one transaction.</summary>
    public static bool SplitsBoundary => ProofSwitch.IsOn && Is("boundary");

    /// <summary>A commit returns before it is durable.</summary>
    public static void Loosen(SqliteDatabase database)
    {
        if (Is("synchronous-off"))
        {
            database.Execute("PRAGMA synchronous=OFF");
        }
        else if (Is("synchronous-normal"))
        {
            database.Execute("PRAGMA synchronous=NORMAL");
        }
    }

    private static bool Is(string name) => Environment.GetEnvironmentVariable(Variable) == name;
}

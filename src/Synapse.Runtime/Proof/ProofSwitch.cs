using System.Diagnostics.CodeAnalysis;

namespace Synapse.Runtime.Proof;

/// <summary>
/// On only in the publish that the crash tests make: it can be weakened and killed from within, to prove that the tests would
/// notice. In every other publish what stands behind the switch is compiled away.
/// </summary>
internal static class ProofSwitch
{
    [FeatureSwitchDefinition("Synapse.CrashProof")]
    public static bool IsOn { get; } = AppContext.TryGetSwitch("Synapse.CrashProof", out var on) && on;
}

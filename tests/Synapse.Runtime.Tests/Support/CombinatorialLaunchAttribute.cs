using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Synapse.Runtime.Tests.Support;

/// <summary>Once with the launcher, as in a plugin, and once without, as in a unit test.</summary>
internal sealed class CombinatorialLaunchAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<bool>(true), new TheoryDataRow<bool>(false)]);
}

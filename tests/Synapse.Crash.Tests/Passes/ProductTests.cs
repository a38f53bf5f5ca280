using System.Text;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Passes;

/// <summary>What the proof needs in the engine is in the publish of the proof alone.</summary>
public sealed class ProductTests
{
    [Theory]
    [InlineData("SYNAPSE_WEAKEN")]
    [InlineData("SYNAPSE_FAILPOINT")]
    [InlineData("synchronous-normal")]
    [InlineData("item-finished")]
    public void Product_has_nothing_of_the_proof_in_it(string text)
    {
        Assert.True(Has(Repository.Plugin, text), "The publish of the proof does not have it either: this test would find nothing.");
        Assert.False(Has(Repository.Product, text), $"{Repository.Product} contains {text}.");
    }

    private static bool Has(string binary, string text)
    {
        var bytes = File.ReadAllBytes(binary).AsSpan();
        return bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
    }
}

using System.Reflection;
using System.Xml.Linq;

namespace Synapse.Testing.Tests;

public class PublicApiTests
{
    private static readonly Assembly Library = typeof(ActionTest).Assembly;

    [Fact]
    public void Library_shows_authors_six_types() =>
        Assert.Equal(["ActionRun`1", "ActionTest", "BackendCalls", "BackendFaults", "MadeCall", "TestPlatform"], Library.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Public_members_are_documented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value.Split('(')[0].Split("``")[0])
            .ToHashSet();
        var missing = Library.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(member => member is not MethodBase { IsSpecialName: true, IsConstructor: false })
            .Select(member => $"{member.MemberType.ToString()[0]}:{member.DeclaringType!.FullName}.{member.Name}")
            .Select(name => name.Replace("C:", "M:", StringComparison.Ordinal).Replace("..ctor", ".#ctor", StringComparison.Ordinal))
            .Where(name => !documented.Contains(name));

        Assert.Empty(missing);
    }
}

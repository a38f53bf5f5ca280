using System.Text;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>The shape of an action's params: names, kinds, and which are required.</summary>
internal static class ParamsPrint
{
    public static string Of(ActionDescriptor action)
    {
        var print = new StringBuilder();
        Write(print, action.Parameters?.Fields ?? []);
        return print.ToString();
    }

    private static void Write(StringBuilder print, IReadOnlyList<ParamField> fields)
    {
        foreach (var field in fields)
        {
            print.Append(field.Name).Append(':').Append((int)field.Kind).Append(field.Required ? "!" : "");
            if (field.Fields.Count > 0)
            {
                print.Append('{');
                Write(print, field.Fields);
                print.Append('}');
            }

            print.Append(';');
        }
    }
}

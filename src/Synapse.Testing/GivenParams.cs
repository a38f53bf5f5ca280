using System.Text.Json;
using Synapse.Binding;
using Synapse.Wiring;

namespace Synapse.Testing;

/// <summary>Parameters on their way from a test into a run.</summary>
/// <param name="Action">The action to run with them.</param>
/// <param name="Json">What is bound, and so checked.</param>
/// <param name="From">Who gives them.</param>
internal sealed record GivenParams(ActionDescriptor Action, byte[] Json, BindOptions From)
{
    public static GivenParams Of<TParams, TResult>(ActionDescriptor<TParams, TResult> action, TParams parameters)
    {
        if (action.Params is not { } descriptor)
        {
            return new(action, "{}"u8.ToArray(), BindOptions.Person);
        }

        var json = Write(descriptor, parameters);
        return HasPlainSecret(descriptor, json)
            ? new(HandingOn(action, descriptor, parameters), json, BindOptions.Platform)
            : new(action, json, BindOptions.Person);
    }

    private static byte[] Write<TParams>(ParamsDescriptor<TParams> descriptor, TParams parameters)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            descriptor.Write(json, parameters);
        }

        return stream.ToArray();
    }

    /// <summary>A secret is written as its reference; that of a plain one leads nowhere, which is how the journal tells.</summary>
    private static bool HasPlainSecret(ParamsDescriptor descriptor, byte[] json)
    {
        var errors = new ParamErrors();
        descriptor.Bind(json, BindOptions.Journal, errors);
        return errors.Items.Any(error => error.Code == "secret");
    }

    // As the platform gives them, whose secrets are plain: all is read and checked, then the test's own object is taken,
    // for the values of its secrets are nowhere else.
    private static ActionDescriptor<TParams, TResult> HandingOn<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, ParamsDescriptor<TParams> descriptor, TParams parameters) => new()
    {
        Name = action.Name,
        TypeName = action.TypeName,
        Kind = action.Kind,
        Description = action.Description,
        Method = action.Method,
        OnFailure = action.OnFailure,
        IsStepped = action.IsStepped,
        Steps = action.Steps,
        ResultStep = action.ResultStep,
        Categories = action.Categories,
        RegisterCodecs = action.RegisterCodecs,
        Result = action.Result,
        Params = new ParamsDescriptor<TParams>
        {
            TypeName = descriptor.TypeName,
            JsonSchema = descriptor.JsonSchema,
            Fields = descriptor.Fields,
            Write = descriptor.Write,
            Read = (ref reader) =>
            {
                descriptor.Read(ref reader);
                return parameters;
            },
        },
    };
}

using Synapse.Binding;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>Turns what the command line gives into the bound params, or into one message with all that is wrong.</summary>
internal static class ParamsBinder
{
    /// <summary>The params as JSON that binds.</summary>
    /// <exception cref="UsageException">Anything is wrong.</exception>
    public static byte[] Bind(HostContext host, ActionDescriptor action, ParamInput input)
    {
        var problems = new List<string>(input.Problems);
        StandardInput.Resolve(host, input, problems);
        var file = ReadFile(host, input, problems);
        if (file is null && input.File is not null)
        {
            throw Wrong(host, action, problems);
        }
        var json = ParamsJson.Merge(input.Flags, file ?? input.Before, problems);
        if (action.Parameters is { } parameters)
        {
            var errors = new ParamErrors();
            parameters.Bind(json, BindOptions.Person, errors);
            foreach (var error in errors.Items)
            {
                if (ParamProblem.Describe(error, input) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }
        else if (file is not null)
        {
            problems.Add($"--params {input.File}: {action.Name} has no params.");
        }
        return problems.Count == 0 ? json : throw Wrong(host, action, problems);
    }

    private static byte[]? ReadFile(HostContext host, ParamInput input, List<string> problems)
    {
        if (input.File is null)
        {
            return null;
        }
        var json = ParamsFile.Read(host, input.File, out var problem);
        if (problem is not null)
        {
            problems.Add(problem);
        }
        return json;
    }

    private static UsageException Wrong(HostContext host, ActionDescriptor action, List<string> problems) => new(
        problems.Count == 1 ? $"{action.Name}: the params are wrong; nothing ran." : $"{action.Name}: {problems.Count} things are wrong with the params; nothing ran.",
        problems,
        $"See '{host.Command} run {action.Name} --help'.");
}

using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Serving;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Creates what a platform's web page creates elsewhere.</summary>
internal static class LocalAdd
{
    public static async Task<ExitCode> CollectionAsync(LocalVerb local, LocalBackend backend)
    {
        if (local.Operands.Count < 2)
        {
            throw new UsageException($"local add-collection: '{local.Operands[0]}' needs at least one file specification, {SpecificationWord.Form}.", local.Advice);
        }

        var files = local.Operands.Skip(1).Select(word => SpecificationWord.Parse(word, local.Advice)).ToList();
        var collection = await backend.DataCollections.CreateAsync(local.Operands[0], files, Key());
        local.Say($"Data collection {collection.Id}, '{collection.Name}', takes {string.Join(", ", files.Select(file => file.Name))}.");
        return ExitCode.Done;
    }

    public static async Task<ExitCode> StorageAsync(LocalVerb local, LocalBackend backend)
    {
        if (local.Operands.Count < 2)
        {
            throw new UsageException($"local add-storage: '{local.Operands[0]}' needs the folder it is.", local.Advice);
        }

        var path = Path.GetFullPath(local.Operands[1], local.Host.Environment.CurrentDirectory);
        if (!Directory.Exists(path))
        {
            throw new UsageException($"local add-storage: there is no folder {path}.", local.Advice);
        }

        var storage = await backend.Storages.CreateAsync(local.Operands[0], path, Key());
        local.Say($"Storage {storage.Id}, '{storage.Name}', is {storage.Path}.");
        return ExitCode.Done;
    }

    public static async Task<ExitCode> ApplicationAsync(LocalVerb local, LocalBackend backend)
    {
        if (local.Operands is not [_, var address])
        {
            throw new UsageException($"local add-application: '{local.Operands[0]}' needs the address it answers at, for instance http://localhost:8000/.", local.Advice);
        }

        var application = await backend.Applications.RegisterAsync(local.Operands[0], address, Key());
        local.Say($"Serve application {application.Id}, '{application.Name}', answers at {ServeAddress.Shown(address)}, once it is started.");
        return ExitCode.Done;
    }

    /// <summary>Each command means a new thing.</summary>
    public static string Key() => "cli/" + Guid.CreateVersion7().ToString("N");
}

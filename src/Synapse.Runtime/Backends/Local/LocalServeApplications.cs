using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Serving;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Nothing can be deployed from here: an application is what somebody started, and its address.</summary>
internal sealed class LocalServeApplications(LocalBackend backend) : IServeApplications
{
    private const int PageSize = 50;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>What the waiting is measured by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public async Task<ServeApplication> CreateAsync(string name, Uri address, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return await LookAsync(await RegisterAsync(name, address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString, key, ct), ct);
    }

    public Task<ServeApplication> GetAsync(long id, CancellationToken ct = default) => LookAsync(Find("Getting a serve application", id), ct);

    public async IAsyncEnumerable<ServeApplication> ListAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var page in ListRegisteredAsync(ct).Chunk(PageSize).WithCancellation(ct))
        {
            foreach (var application in await Task.WhenAll(page.Select(registered => LookAsync(registered, ct))))
            {
                yield return application;
            }
        }
    }

    public async Task<ServeApplication> EnsureRunningAsync(
        long id, TimeSpan timeout, Action<ServeApplication>? waiting = null, CancellationToken ct = default)
    {
        const string Call = "Waiting for a serve application";
        var start = Clock.GetTimestamp();
        var onlyUnhealthy = true;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var application = await LookAsync(Find(Call, id), ct);
            if (application.Status == ServeStatus.Running)
            {
                return application;
            }

            onlyUnhealthy &= application.Status == ServeStatus.Unhealthy;
            var left = timeout - Clock.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw TimeOver(Call, application, timeout, onlyUnhealthy);
            }

            waiting?.Invoke(application);
            await Task.Delay(pause < left ? pause : left, Clock, ct);
        }
    }

    public Task<JsonElement> InferAsync(long id, InferenceRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var application = Find("Asking a serve application", id);
        return new Inference(application, request, Clock).RunAsync(ct);
    }

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(new Deletion(database => ServeApplicationTable.Delete(database, id)), ct);

    /// <summary>Keeps where it answers, without asking there.</summary>
    public Task<RegisteredApplication> RegisterAsync(string name, string address, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return ServeAddress.IsValid(address)
            ? backend.Store.Writes.CommitAsync(new ApplicationCreation(name, address, key), ct)
            : throw new BackendException($"Registering serve application '{name}': its address must begin with http:// or https:// and name a host, for instance http://localhost:8000/.");
    }

    /// <summary>What is registered, newest first, without asking at the addresses.</summary>
    public IAsyncEnumerable<RegisteredApplication> ListRegisteredAsync(CancellationToken ct = default) => Pages.Descending(
        (database, before) => ServeApplicationTable.Page(database, before, PageSize), application => application.Id, backend, ct);

    /// <summary>What is registered under an id, without asking at its address.</summary>
    public RegisteredApplication Find(string call, long id) =>
        backend.Store.Index.Read(database => ServeApplicationTable.Find(database, id)) ?? throw Missing.ServeApplication(call, id);

    private static async Task<ServeApplication> LookAsync(RegisteredApplication registered, CancellationToken ct)
    {
        var address = ServeAddress.Parse("Asking a serve application", registered.Address);
        var (status, reason) = await ServeClient.LookAsync(address, ct);
        return new(registered.Id, registered.Name, address, status) { Reason = reason };
    }

    private static BackendException TimeOver(string call, ServeApplication application, TimeSpan timeout, bool onlyUnhealthy)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{call}: {application.Id}, '{application.Name}'");
        var time = string.Create(CultureInfo.InvariantCulture, $"{timeout.TotalSeconds:0.#} s");
        var address = ServeAddress.Shown(application.Address.AbsoluteUri);
        return new(onlyUnhealthy
            ? $"{what}, at {address} is unhealthy for all of {time}: {application.Reason}. Look at its log, and start it again."
            : $"{what}, does not run after {time}: {application.Reason}. The embedded backend deploys nothing: start the application, so that it answers at {address}, then try again.");
    }
}

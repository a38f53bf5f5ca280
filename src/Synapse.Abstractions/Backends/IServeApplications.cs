using System.Text.Json;

namespace Synapse.Backends;

/// <summary>Serve applications: models behind an address that answers requests.</summary>
public interface IServeApplications
{
    /// <summary>Registers an application that serves at an address.</summary>
    /// <param name="name">What it serves: the plugin's code.</param>
    /// <param name="address">Where it answers: requests are posted there, and <c>health</c> below it says whether it is running.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">The address is none of HTTP.</exception>
    Task<ServeApplication> CreateAsync(string name, Uri address, string key, CancellationToken ct = default);

    /// <summary>The application with an id, with its status as it is now.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<ServeApplication> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All applications, newest first.</summary>
    IAsyncEnumerable<ServeApplication> ListAsync(CancellationToken ct = default);

    /// <summary>Makes sure that an application runs: deploys it where the backend can, and waits until it does.</summary>
    /// <param name="id">The application's id; on the platform that of the plugin release it serves.</param>
    /// <param name="timeout">How long to wait for it.</param>
    /// <param name="waiting">Is told of each look at an application that does not run yet.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is none, it reached a state that it does not leave, or the time is over.</exception>
    Task<ServeApplication> EnsureRunningAsync(long id, TimeSpan timeout, Action<ServeApplication>? waiting = null, CancellationToken ct = default);

    /// <summary>Asks an application. An answer that it defers is waited for.</summary>
    /// <param name="id">The application's id.</param>
    /// <param name="request">The request.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The answer, as it is.</returns>
    /// <exception cref="BackendException">It could not be asked, or answered with an error.</exception>
    Task<JsonElement> InferAsync(long id, InferenceRequest request, CancellationToken ct = default);

    /// <summary>Forgets an application; what runs at its address goes on. Forgetting one that is gone is no error.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken ct = default);
}

/// <summary>A serve application.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it serves: the plugin's code.</param>
/// <param name="Address">Where it answers.</param>
/// <param name="Status">Whether it can be asked.</param>
public sealed record ServeApplication(long Id, string Name, Uri Address, ServeStatus Status)
{
    /// <summary>Why it is not running; null when it is, or when nothing is known.</summary>
    public string? Reason { get; init; }
}

/// <summary>Whether a serve application can be asked.</summary>
public enum ServeStatus
{
    /// <summary>Not yet: it is being deployed.</summary>
    Pending,

    /// <summary>It answers requests.</summary>
    Running,

    /// <summary>It answers, but not rightly. It may recover when it is deployed again.</summary>
    Unhealthy,

    /// <summary>Nothing answers at its address.</summary>
    Unavailable,

    /// <summary>It could not be deployed.</summary>
    DeployFailed,
}

/// <summary>A question to a serve application.</summary>
/// <param name="Json">The body of the request.</param>
public sealed record InferenceRequest(JsonElement Json)
{
    /// <summary>The model to answer with, where the application serves several; else null.</summary>
    public long? Model { get; init; }
}

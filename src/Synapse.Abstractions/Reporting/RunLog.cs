using Synapse.Wiring;

namespace Synapse;

/// <summary>Messages to the user of a run. A message is a template with named holes: <c>Info("Uploaded {Count} files", n)</c>.</summary>
public sealed class RunLog
{
    private readonly IRunEngine _engine;

    internal RunLog(IRunEngine engine) => _engine = engine;

    /// <summary>For the author: shown with <c>--verbose</c> only.</summary>
    /// <param name="message">Template with named holes.</param>
    /// <param name="args">Values of the holes, in order.</param>
    public void Debug(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Debug, message, args);

    /// <summary>Something happened.</summary>
    /// <inheritdoc cref="Debug"/>
    public void Info(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Info, message, args);

    /// <summary>Something went well that could have gone wrong.</summary>
    /// <inheritdoc cref="Debug"/>
    public void Success(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Success, message, args);

    /// <summary>Something is odd; the run goes on.</summary>
    /// <inheritdoc cref="Debug"/>
    public void Warning(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Warning, message, args);

    /// <summary>Something went wrong; the run goes on.</summary>
    /// <inheritdoc cref="Debug"/>
    public void Danger(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Danger, message, args);

    /// <summary>Something went wrong that ends the run.</summary>
    /// <inheritdoc cref="Debug"/>
    public void Error(string message, params ReadOnlySpan<object?> args) => _engine.Message(MessageLevel.Error, message, args);
}

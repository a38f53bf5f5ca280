using Microsoft.Extensions.Logging;

namespace Synapse;

/// <summary>Takes what libraries log to an <see cref="ILogger"/> into the run's own log.</summary>
internal sealed class RunLogger(RunLog log) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        var message = exception is null ? text : $"{text} ({exception.GetType().Name}: {exception.Message})";
        switch (logLevel)
        {
            case LogLevel.Trace or LogLevel.Debug:
                log.Debug("{Message}", message);
                break;
            case LogLevel.Information:
                log.Info("{Message}", message);
                break;
            case LogLevel.Warning:
                log.Warning("{Message}", message);
                break;
            case LogLevel.Error:
                log.Danger("{Message}", message);
                break;
            case LogLevel.Critical:
                log.Error("{Message}", message);
                break;
        }
    }
}

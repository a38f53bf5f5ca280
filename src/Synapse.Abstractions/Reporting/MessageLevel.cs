namespace Synapse;

/// <summary>How a message to the user is meant. The platform's text is the lower-case name.</summary>
public enum MessageLevel
{
    /// <summary>For the author, not for users.</summary>
    Debug,

    /// <summary>Something happened.</summary>
    Info,

    /// <summary>Something went well that could have gone wrong.</summary>
    Success,

    /// <summary>Something is odd, the run goes on.</summary>
    Warning,

    /// <summary>Something went wrong, the run goes on.</summary>
    Danger,

    /// <summary>Something went wrong that ends the run.</summary>
    Error,
}

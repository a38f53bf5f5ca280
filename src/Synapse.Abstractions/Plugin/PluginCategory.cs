namespace Synapse;

/// <summary>Where the platform lists a plugin. The platform's text is the snake_case of the name.</summary>
public enum PluginCategory
{
    /// <summary>None of the others.</summary>
    Custom,

    /// <summary>Training and inference of models.</summary>
    NeuralNet,

    /// <summary>Exporting data.</summary>
    Export,

    /// <summary>Uploading files.</summary>
    Upload,

    /// <summary>Labelling with the help of a model.</summary>
    SmartTool,

    /// <summary>Work on tasks after people annotated them.</summary>
    PostAnnotation,

    /// <summary>Work on tasks before people annotate them.</summary>
    PreAnnotation,

    /// <summary>Checking data.</summary>
    DataValidation,
}

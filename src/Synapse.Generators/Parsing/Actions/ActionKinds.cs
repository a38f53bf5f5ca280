using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>A kind of action: its attribute, its context, and the progress categories that the platform knows of it.</summary>
internal sealed record ActionKind(string Name, string Attribute, string Context, string[] Categories)
{
    public string AttributeMetadataName { get; } = "Synapse." + Attribute + "Attribute";

    public string ContextMetadataName { get; } = "Synapse." + Context;

    /// <summary>The step set of an action that has nothing but hooks, or null.</summary>
    public string? StandardSet { get; init; }

    public string? StandardSetMetadataName => StandardSet is null ? null : "Synapse.Actions." + StandardSet;
}

/// <summary>The table of kinds; the categories are the platform's (the reference SDK's enums).</summary>
internal static class ActionKinds
{
    public static readonly ActionKind Upload = new("Upload", "UploadAction", "UploadContext", ["initialize", "validate", "upload", "cleanup"]);
    public static readonly ActionKind Deployment = new("Deployment", "DeploymentAction", "DeploymentContext", ["initialize", "deploy", "register"]);
    public static readonly ActionKind Function = new("Function", "PluginAction", "RunContext", []);

    public static readonly ActionKind[] All =
    [
        new("Train", "TrainAction", "TrainContext", ["dataset", "train", "model_upload"]),
        new("Export", "ExportAction", "ExportContext", ["dataset_conversion", "convert_data", "save_files"]) { StandardSet = "StandardExport" },
        Upload,
        new("Inference", "InferenceAction", "InferenceContext", ["model_load", "inference", "postprocess"]),
        Deployment,
        new("AddTaskData", "AddTaskDataAction", "AddTaskDataContext", ["annotate_task_data"]) { StandardSet = "StandardAddTaskData" },
        Function,
    ];

    /// <summary>The action attributes that a class or method has, in the table's order.</summary>
    public static List<(ActionKind Kind, AttributeData Attribute)> Of(ISymbol symbol)
    {
        var found = new List<(ActionKind, AttributeData)>();
        var attributes = symbol.GetAttributes();
        foreach (var kind in attributes.IsEmpty ? [] : All)
        {
            foreach (var attribute in attributes)
            {
                if (Attributes.IsNamed(attribute.AttributeClass, kind.AttributeMetadataName))
                {
                    found.Add((kind, attribute));
                }
            }
        }

        return found;
    }
}

[assembly: SynapsePlugin("annotate", Name = "Shapes", Description = "Names shapes in small images: pre-annotates tasks, collects ground truth, trains, exports.")]

namespace Annotate;

/// <summary>Uploads images, with labels where there are some.</summary>
[UploadAction, UseSteps<StandardUpload>]
public sealed partial class Upload;

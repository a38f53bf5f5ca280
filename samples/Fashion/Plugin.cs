[assembly: SynapsePlugin(
    "fashion",
    Name = "Fashion classifier",
    Description = "Tells ten kinds of clothing apart: upload, train, infer, export.",
    Category = PluginCategory.NeuralNet)]

[assembly: SynapsePlugin("crash", Name = "Crash", Description = "Small runs that are killed at every file call.")]

[assembly: SynapsePlugin("mistakes", Name = "A mistake a file")]

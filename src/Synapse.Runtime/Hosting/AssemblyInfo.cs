using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Synapse.Hosting.Tests")]

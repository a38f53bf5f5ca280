using Synapse.Backends;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>A file specification in one word: <c>image=image,required,primary,.png,.jpg</c>.</summary>
internal static class SpecificationWord
{
    public const string Form = "NAME=TYPE[,required][,primary][,.EXTENSION…]";

    public static FileSpecification Parse(string word, string advice)
    {
        var (name, rest) = word.Split('=', 2) is [{ Length: > 0 } left, { Length: > 0 } right] ? (left, right) : throw Wrong(word, advice, "there is no '=' with a name before it and a type after it");
        var parts = rest.Split(',', StringSplitOptions.TrimEntries);
        var wrong = parts.Skip(1).FirstOrDefault(part => part is not ("required" or "primary") && !(part.Length > 1 && part[0] == '.'));
        return wrong is null
            ? new(name, parts[0])
            {
                IsRequired = parts.Contains("required"),
                IsPrimary = parts.Contains("primary"),
                Extensions = [.. parts.Skip(1).Where(part => part[0] == '.').Select(part => part[1..])],
            }
            : throw Wrong(word, advice, $"'{wrong}' is neither 'required', 'primary' nor an extension with its dot");
    }

    public static string Write(FileSpecification file) =>
        $"{file.Name}={file.FileType}{(file.IsRequired ? ",required" : "")}{(file.IsPrimary ? ",primary" : "")}{string.Concat(file.Extensions.Select(extension => ",." + extension))}";

    private static UsageException Wrong(string word, string advice, string why) =>
        new($"'{word}' is no file specification: {why}. It has the form {Form}, for instance image=image,required,primary,.png,.jpg.", advice);
}

namespace Synapse.Generators.Parsing;

/// <summary>
/// Which files can see declarations of which others, by the names they mention: binding reaches a source type by its
/// simple name and in no other way, so what a file does not reach by names it does not depend on.
/// </summary>
internal sealed class DeclarationGraph
{
    private readonly TreeFacts[] trees;
    private readonly Hash128[] own;
    private readonly Dictionary<string, List<int>> declaring = new(StringComparer.Ordinal);
    private readonly int[][] edges;

    // Tarjan: files that reach each other are one component, and components are done in the order of their dependencies.
    private readonly int[] found;
    private readonly int[] lowest;
    private readonly Hash128?[] reached;
    private readonly List<int> open = [];
    private readonly Stack<(int Tree, int Edge)> path = new();
    private int count;

    private DeclarationGraph(TreeFacts[] trees, Hash128[] own)
    {
        this.trees = trees;
        this.own = own;
        edges = new int[trees.Length][];
        found = new int[trees.Length];
        lowest = new int[trees.Length];
        reached = new Hash128?[trees.Length];
    }

    /// <summary>For each file a hash of all it can see, with <paramref name="shared"/> as what every file sees.</summary>
    /// <param name="trees">The files.</param>
    /// <param name="own">Their hashes.</param>
    /// <param name="shared">Hash of what no file has to name.</param>
    /// <param name="implied">Names that every file mentions in effect.</param>
    public static Hash128[] Closures(TreeFacts[] trees, Hash128[] own, Hash128 shared, IEnumerable<string> implied)
    {
        var graph = new DeclarationGraph(trees, own);
        graph.Index();
        for (var tree = 0; tree < trees.Length; tree++)
        {
            graph.Visit(tree);
        }

        foreach (var root in graph.Roots(implied))
        {
            shared.Add(graph.reached[root]!.Value);
        }

        return [.. own.Select((hash, i) => Combine(shared, hash, graph.reached[i]!.Value))];
    }

    private static Hash128 Combine(Hash128 shared, Hash128 own, Hash128 reached)
    {
        shared.Add(own);
        shared.Add(reached);
        return shared;
    }

    private void Index()
    {
        for (var i = 0; i < trees.Length; i++)
        {
            foreach (var name in trees[i].Declares)
            {
                if (!declaring.TryGetValue(name, out var all))
                {
                    declaring.Add(name, all = []);
                }

                all.Add(i);
            }
        }

        for (var i = 0; i < trees.Length; i++)
        {
            edges[i] = [.. Declaring(trees[i].Mentions).Where(target => target != i)];
        }
    }

    private IEnumerable<int> Declaring(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (declaring.TryGetValue(name, out var targets))
            {
                foreach (var target in targets)
                {
                    yield return target;
                }
            }
        }
    }

    private IEnumerable<int> Roots(IEnumerable<string> implied) => Declaring(implied)
        .Concat(trees.SelectMany(t => Declaring(t.SharedMentions)))
        .Concat(Enumerable.Range(0, trees.Length).Where(i => trees[i].IsOfSystem))
        .Distinct()
        .OrderBy(i => i);

    // No recursion: chains are as long as projects are large.
    private void Visit(int start)
    {
        if (found[start] != 0)
        {
            return;
        }

        Open(start);
        while (path.Count > 0)
        {
            var (tree, edge) = path.Pop();
            if (edge == edges[tree].Length)
            {
                Leave(tree);
                continue;
            }

            path.Push((tree, edge + 1));
            var target = edges[tree][edge];
            if (found[target] == 0)
            {
                Open(target);
            }
            else if (reached[target] is null)
            {
                lowest[tree] = Math.Min(lowest[tree], found[target]);
            }
        }
    }

    private void Open(int tree)
    {
        found[tree] = lowest[tree] = ++count;
        open.Add(tree);
        path.Push((tree, 0));
    }

    private void Leave(int tree)
    {
        if (lowest[tree] == found[tree])
        {
            Close(tree);
        }

        if (path.Count > 0)
        {
            var from = path.Peek().Tree;
            lowest[from] = Math.Min(lowest[from], lowest[tree]);
        }
    }

    private void Close(int first)
    {
        var start = open.LastIndexOf(first);
        var component = open.GetRange(start, open.Count - start);
        open.RemoveRange(start, open.Count - start);

        // The order of files is that of the parts of a type, and so of its members.
        component.Sort();
        var hash = default(Hash128);
        foreach (var tree in component)
        {
            hash.Add(own[tree]);
        }

        foreach (var beyond in component.SelectMany(tree => edges[tree]).Where(target => reached[target] is not null).Distinct().ToList())
        {
            hash.Add(reached[beyond]!.Value);
        }

        component.ForEach(tree => reached[tree] = hash);
    }
}

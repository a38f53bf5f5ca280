using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>Which calls of a body can run after which, by its control flow.</summary>
internal sealed class BodyFlow
{
    private readonly Dictionary<SyntaxNode, BasicBlock> blocks = [];

    public BodyFlow(OperationBlockAnalysisContext context, IEnumerable<IInvocationOperation> calls)
    {
        var wanted = new HashSet<SyntaxNode>(calls.Select(c => c.Syntax));
        foreach (var graph in context.OperationBlocks.OfType<IBlockOperation>().Select(context.GetControlFlowGraph))
        {
            foreach (var block in graph.Blocks)
            {
                foreach (var operation in block.Operations.Concat(block.BranchValue is { } value ? [value] : []).SelectMany(o => o.DescendantsAndSelf()))
                {
                    if (operation is IInvocationOperation && wanted.Contains(operation.Syntax) && !blocks.ContainsKey(operation.Syntax))
                    {
                        blocks.Add(operation.Syntax, block);
                    }
                }
            }
        }
    }

    public bool Leads(IInvocationOperation from, IInvocationOperation to)
    {
        if (!blocks.TryGetValue(from.Syntax, out var start) || !blocks.TryGetValue(to.Syntax, out var end))
        {
            return false;
        }

        // Two in one block run one after the other; one alone needs a way back.
        var isOther = from.Syntax != to.Syntax;
        var seen = new HashSet<BasicBlock>();
        var open = new Stack<BasicBlock>();
        open.Push(start);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (block == end && (isOther || seen.Count > 0))
            {
                return true;
            }

            foreach (var next in new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination })
            {
                if (next is not null && (next == end && !isOther || seen.Add(next)))
                {
                    open.Push(next);
                    isOther |= next == end;
                }
            }
        }

        return false;
    }
}

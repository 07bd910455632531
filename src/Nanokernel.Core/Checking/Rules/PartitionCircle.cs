namespace Nanokernel.Checking.Rules;

/// <summary>Finds partitions that depend on each other in a circle.</summary>
internal static class PartitionCircle
{
    /// <summary>What leads from one partition to another, and where that was stated.</summary>
    internal readonly record struct Step(string From, string To, string Channel, SourceLocation? Location);

    /// <summary>
    /// The circles, each for the step that closes it, which is its last: it leads back to where the steps stated before it can come from.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<Step>> Find(IEnumerable<Step> all)
    {
        var steps = all.Where(step => step.From != step.To).ToList();
        for (var last = 0; last < steps.Count; last++)
        {
            if (ShortestPath(steps.GetRange(0, last), steps[last].To, steps[last].From) is { } path)
                yield return [.. path, steps[last]];
        }
    }

    private static List<Step>? ShortestPath(List<Step> steps, string from, string to)
    {
        var ways = new Dictionary<string, List<Step>>(StringComparer.Ordinal) { [from] = [] };
        var open = new Queue<string>([from]);
        while (open.Count > 0)
        {
            var place = open.Dequeue();
            if (place == to)
                return ways[place];
            foreach (var step in steps.Where(step => step.From == place && !ways.ContainsKey(step.To)))
            {
                ways.Add(step.To, [.. ways[place], step]);
                open.Enqueue(step.To);
            }
        }

        return null;
    }
}

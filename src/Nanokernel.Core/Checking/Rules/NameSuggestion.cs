namespace Nanokernel.Checking.Rules;

/// <summary>Finds the name that was meant, as the sentence <c> Did you mean 'x'?</c> or nothing.</summary>
internal static class NameSuggestion
{
    /// <summary>The nearest of the names that exist, if it is near enough to be a slip.</summary>
    internal static string For(string name, IEnumerable<string> names)
    {
        var best = "";
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in names)
        {
            var distance = Distance(name, candidate);
            if (distance == 0 || distance >= bestDistance)
                continue;
            best = candidate;
            bestDistance = distance;
        }

        return Sentence(best);
    }

    internal static string ForInvalidName(string name) => Sentence(DeclaredName.Normalize(name));

    internal static string Sentence(string suggestion) => suggestion.Length == 0 ? "" : $" Did you mean '{suggestion}'?";

    /// <summary>The least number of insertions, deletions, replacements and exchanges of neighbours between two names.</summary>
    internal static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }

        return distances[left.Length, right.Length];
    }
}

using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>A name in a declaration: what it names, how it reads, where it stands, in which partition it counts (null: everywhere).</summary>
internal readonly record struct DeclaredName(string Kind, string Text, SourceLocation? Location, string? Scope = null)
{
    internal const string Partition = "partition";
    internal const string PciFunction = "PCI function";

    private const int MaximumLength = 31;

    internal string KindAtStart => char.ToUpperInvariant(Kind[0]) + Kind.Substring(1);

    internal static IEnumerable<DeclaredName> All(SystemDeclaration system)
    {
        yield return new DeclaredName("system", system.Name, system.Location);
        foreach (var partition in system.Partitions)
            yield return new DeclaredName(Partition, partition.Name, partition.Location);
        foreach (var partition in system.Partitions)
        {
            foreach (var buffer in partition.DmaBuffers)
                yield return new DeclaredName($"DMA buffer of '{partition.Name}'", buffer.Value.Name, buffer.Location);
        }

        foreach (var channel in system.Channels.Where(channel => !channel.Traits.IsOfPartition))
            yield return new DeclaredName(channel.Traits.Noun, channel.Name, channel.Location);
        foreach (var partition in system.Partitions)
        {
            foreach (var function in partition.PciFunctions)
                yield return new DeclaredName(PciFunction, function.Value.Name, function.Location, partition.Name);
        }
    }

    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= MaximumLength
        && name[0] is >= 'a' and <= 'z'
        && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>
    /// The nearest valid name: <c>PlantControl</c> and <c>plant_control</c> become <c>plant-control</c>. Empty where there is none.
    /// </summary>
    internal static string Normalize(string name)
    {
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < name.Length && text.Length < MaximumLength; index++)
        {
            var character = name[index];
            var isWordStart = character is >= 'A' and <= 'Z' && index > 0 && name[index - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (isWordStart || (character is ' ' or '_' or '.' or '-' && text.Length > 0))
                text.Append('-');
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (character is >= '0' and <= '9' && text.Length > 0))
                text.Append(char.ToLowerInvariant(character));
        }

        var normalized = text.ToString().Trim('-');
        return IsValid(normalized) ? normalized : "";
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Nanokernel.Manifests;

/// <summary>Where the fields of a message type lie. Two partitions understand each other if their layouts have one fingerprint.</summary>
/// <param name="TypeName">The type's full name.</param>
/// <param name="Size">The bytes of a message.</param>
/// <param name="Fields">The primitive fields, by offset.</param>
public sealed record MessageLayout(string TypeName, int Size, ImmutableArray<MessageField> Fields)
{
    private const uint OffsetBasis = 0x811C9DC5;
    private const uint Prime = 0x01000193;

    /// <summary>The layout as text without names, <c>16;0:i8;8:f8</c>: what the fingerprint is made of.</summary>
    public string CanonicalText => string.Create(
        CultureInfo.InvariantCulture, $"{Size}{string.Concat(Fields.Select(part => $";{part.Offset}:{part.Type}"))}");

    /// <summary>Whether only the size is known, as of a type of another language: it fits each layout of its size.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>Whether both ends of a channel may have these layouts.</summary>
    internal bool Fits(MessageLayout? other) =>
        other is not null && (IsOpaque || other.IsOpaque ? Size == other.Size : CanonicalText == other.CanonicalText);

    /// <summary>FNV-1a, 32 bits, of <see cref="CanonicalText"/>.</summary>
    public uint Fingerprint => Hash(CanonicalText);

    internal static uint Hash(string text)
    {
        var hash = OffsetBasis;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * Prime);
        return hash;
    }

    /// <summary>The layout for people: <c>Sample, 16 bytes { 0: i8 Tick; 8: f8 Value }</c>.</summary>
    public override string ToString() => IsOpaque
        ? $"{TypeName}, {Size} bytes"
        : $"{TypeName}, {Size} bytes {{ {string.Join("; ", Fields.Select(part => $"{part.Offset}: {part.Type} {part.Path}"))} }}";
}

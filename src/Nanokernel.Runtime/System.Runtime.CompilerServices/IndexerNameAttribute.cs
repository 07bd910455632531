namespace System.Runtime.CompilerServices;

/// <summary>Names the indexer for other languages.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndexerNameAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public IndexerNameAttribute(string indexerName)
    {
    }
}

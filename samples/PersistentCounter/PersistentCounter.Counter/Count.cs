namespace PersistentCounter;

/// <summary>What is kept.</summary>
internal struct Count
{
    public uint Starts;
    public uint Hundredths;
}

namespace System;

/// <summary>What is released at the end of a <c>using</c>.</summary>
public interface IDisposable
{
    /// <summary>Releases the object.</summary>
    void Dispose();
}

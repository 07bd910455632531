namespace Nanokernel.Core.Tests.Persistence;

/// <summary>Memory that outlives what writes it, and ends it in front of the write of a number.</summary>
internal sealed class CutMemory(uint[] words)
{
    private int _writesLeft = int.MaxValue;

    /// <summary>What is in the memory.</summary>
    public uint[] Words { get; } = words;

    /// <summary>Writes so far.</summary>
    public int Writes { get; private set; }

    /// <summary>What the code under test has of it.</summary>
    public Access Open() => new(this);

    /// <summary>Runs something that is ended in front of its write of a number.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool Run(int writes, Action action)
    {
        _writesLeft = writes;
        Writes = 0;
        try
        {
            action();
            return true;
        }
        catch (ResetException)
        {
            return false;
        }
        finally
        {
            _writesLeft = int.MaxValue;
        }
    }

    private void Write(uint offset, uint value)
    {
        if (_writesLeft-- == 0)
            throw new ResetException();
        Writes++;
        Words[offset / 4] = value;
    }

    /// <summary>The memory, word by word.</summary>
    public readonly struct Access(CutMemory memory) : IPersistentWords
    {
        /// <inheritdoc />
        public uint Read(uint offset) => memory.Words[offset / 4];

        /// <inheritdoc />
        public void Write(uint offset, uint value) => memory.Write(offset, value);
    }

    private sealed class ResetException : Exception;
}

using System.Threading;

namespace SerialGateway;

/// <summary>Bytes between an interrupt handler, which puts them in, and the partition's main program, which takes them out: no lock, no closed section.</summary>
public sealed class ByteRing
{
    private readonly byte[] _bytes;
    private uint _taken;
    private uint _put;

    /// <summary>Makes a ring.</summary>
    /// <param name="capacity">Its bytes, a power of two.</param>
    public ByteRing(int capacity) => _bytes = new byte[capacity];

    /// <summary>How many bytes fit in.</summary>
    public int Room => _bytes.Length - (int)(Volatile.Read(ref _put) - Volatile.Read(ref _taken));

    /// <summary>Whether there is no byte to take.</summary>
    public bool IsEmpty => Volatile.Read(ref _put) == _taken;

    /// <summary>Puts a byte in; there is room.</summary>
    public void Put(byte value)
    {
        _bytes[_put & (uint)(_bytes.Length - 1)] = value;
        Volatile.Write(ref _put, _put + 1);
    }

    /// <summary>Takes the oldest byte out.</summary>
    public bool TryTake(out byte value)
    {
        if (IsEmpty)
        {
            value = 0;
            return false;
        }

        value = _bytes[_taken & (uint)(_bytes.Length - 1)];
        Volatile.Write(ref _taken, _taken + 1);
        return true;
    }
}

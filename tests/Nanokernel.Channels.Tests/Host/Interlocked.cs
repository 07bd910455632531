using Nanokernel.Channels.Tests;

namespace Nanokernel;

// As Volatile.
internal static class Interlocked
{
    internal static uint Exchange(ref uint location, uint value)
    {
        SharedMemory.Touch(ref location);
        return System.Threading.Interlocked.Exchange(ref location, value);
    }

    internal static uint CompareExchange(ref uint location, uint value, uint comparand)
    {
        SharedMemory.Touch(ref location);
        return System.Threading.Interlocked.CompareExchange(ref location, value, comparand);
    }

    internal static uint Or(ref uint location, uint value)
    {
        SharedMemory.Touch(ref location);
        return System.Threading.Interlocked.Or(ref location, value);
    }

    internal static uint And(ref uint location, uint value)
    {
        SharedMemory.Touch(ref location);
        return System.Threading.Interlocked.And(ref location, value);
    }
}

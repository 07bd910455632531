using Nanokernel.Channels.Tests;

namespace Nanokernel;

// In the sources under test this name means this class and not System.Threading's: another participant may go on before each access.
internal static class Volatile
{
    internal static uint Read(ref uint location)
    {
        SharedMemory.Touch(ref location);
        return System.Threading.Volatile.Read(ref location);
    }

    internal static void Write(ref uint location, uint value)
    {
        SharedMemory.Touch(ref location);
        System.Threading.Volatile.Write(ref location, value);
    }
}

using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// The helpers that compiled code calls by name and that have to be assembly, because they keep registers that C# would not or take their
/// arguments in a way of their own. Each subject is an object of its own, so the linker leaves out what nothing calls.
/// </summary>
/// <remarks>
/// Managed code passes its first two arguments of at most 32 bits in ECX and EDX, pushes the others from left to right, and the callee
/// pops them; EAX, ECX and EDX need not be kept. What follows another convention says so.
/// </remarks>
internal static class RuntimeHelpers
{
    /// <summary>Assembles all helpers.</summary>
    public static IReadOnlyList<ObjectFile> Assemble() =>
    [
        .. RuntimeHelpersReferences.Assemble(),
        RuntimeHelpersArithmetic.Multiplication(),
        RuntimeHelpersArithmetic.Shifts(),
        RuntimeHelpersConversions.ToInteger(),
        RuntimeHelpersConversions.ToUnsignedInteger(),
        RuntimeHelpersConversions.FromInteger(),
        RuntimeHelpersConversions.Remainder(),
        RuntimeHelpersConversions.SingleRemainder(),
        RuntimeHelpersConversions.SquareRoot(),
        RuntimeHelpersMemory.Move(),
        RuntimeHelpersMemory.Fill(),
        RuntimeHelpersMemory.CompareExchange(),
        RuntimeHelpersCalls.InterfaceDispatch(),
        RuntimeHelpersCalls.InterfaceMethod(),
        RuntimeHelpersCalls.StackProbe(),
        RuntimeHelpersCalls.SecurityCookie(),
    ];
}

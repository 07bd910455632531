using System;
using System.Runtime;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The partition's own exceptions, where the system hands them to it (<c>HandlesExceptions()</c>): what an operating system needs that
/// serves its page faults or emulates instructions.
/// </summary>
public static unsafe class Exceptions
{
    private static ExceptionHandler? s_handler;

    /// <summary>
    /// Sets the handler. It runs on the partition's stack, in the place of the instruction that raised the exception; interrupts go on
    /// coming. An exception within it, and one before a handler is set, stops the partition with a fault record.
    /// </summary>
    /// <param name="handler">The handler. It has to change <see cref="ExceptionFrame.InstructionPointer"/> or mend the cause, or the exception comes again.</param>
    /// <exception cref="InvalidOperationException">The system does not hand exceptions to this partition. It ends the partition.</exception>
    public static void Attach(ExceptionHandler handler)
    {
        if (handler is null)
            throw new ArgumentNullException(nameof(handler));
        if (PartitionPages.Information->ExceptionAddress == 0)
            throw new InvalidOperationException("The system does not state HandlesExceptions() for this partition.");
        s_handler = handler;
        Volatile.Write(ref PartitionPages.Control->ExceptionFlag, 1);
    }

    // Called by the exception stub with the flag clear.
    [RuntimeExport("nk_exception_upcall")]
    private static void Handle(ExceptionFrame* frame)
    {
        var control = PartitionPages.Control;
        s_handler?.Invoke(new ProcessorException(control->ExceptionVector, control->ExceptionErrorCode, control->ExceptionDataAddress), ref *frame);
    }
}

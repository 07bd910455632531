using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace System.Runtime;

// What throw becomes: nothing catches, so the partition ends with a record of type and message. There are no names of types in the image:
// the record has the type's method table, which the kernel finds in the symbol table.
internal static unsafe class ExceptionExports
{
    [RuntimeExport("RhpThrowEx")]
    internal static void Throw(Exception? exception)
    {
        exception ??= new NullReferenceException();
        string message = exception.Message;
        PanicRequest request;
        request.Reason = PanicReason.UnhandledException;
        request.TypeText = (uint)exception.m_pEEType;
        request.TypeLength = 0;
        request.MessageText = AddressOf(message);
        request.MessageLength = (uint)message.Length;
        RuntimeImports.Panic(&request);
    }

    [RuntimeExport("RhpRethrow")]
    internal static void Rethrow() => FailFast("An exception was thrown again, but nothing catches exceptions.");

    // A buffer on the stack was written past its end.
    [RuntimeExport("RhpFallbackFailFast")]
    internal static void StackBufferOverrun() => FailFast("A buffer on the stack was written past its end.");

    internal static void FailFast(string? message)
    {
        fixed (char* text = message)
        {
            PanicRequest request;
            request.Reason = PanicReason.FailFast;
            request.TypeText = request.TypeLength = 0;
            request.MessageText = (uint)text;
            request.MessageLength = (uint)(message?.Length ?? 0);
            RuntimeImports.Panic(&request);
        }
    }

    // Objects never move, so nothing has to be pinned.
    private static uint AddressOf(string text) => (uint)Unsafe.AsPointer(in text.GetPinnableReference());
}

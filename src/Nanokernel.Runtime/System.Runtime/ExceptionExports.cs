using Nanokernel.Abi;

namespace System.Runtime;

// What throw becomes: nothing catches, so the partition ends with a record of type and message.
internal static unsafe class ExceptionExports
{
    [RuntimeExport("RhpThrowEx")]
    internal static void Throw(Exception? exception)
    {
        exception ??= new NullReferenceException();
        string type = exception.TypeName;
        string message = exception.Message;
        fixed (char* typeText = type, messageText = message)
        {
            PanicRequest request;
            request.Reason = PanicReason.UnhandledException;
            request.TypeText = (uint)typeText;
            request.TypeLength = (uint)type.Length;
            request.MessageText = (uint)messageText;
            request.MessageLength = (uint)message.Length;
            RuntimeImports.Panic(&request);
        }
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
            PanicRequest request = default;
            request.Reason = PanicReason.FailFast;
            request.MessageText = (uint)text;
            request.MessageLength = (uint)(message?.Length ?? 0);
            RuntimeImports.Panic(&request);
        }
    }
}

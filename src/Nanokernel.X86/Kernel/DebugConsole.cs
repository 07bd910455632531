// The debug console: port 0xE9, where the kernel reports and partitions without a UART write.
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>Writes text. Several partitions may share the console: each of their lines starts with the partition's name.</summary>
internal static unsafe class DebugConsole
{
    private const uint Port = 0xE9;

    // Whose line is unfinished: a partition's index + 1, or 0 at the start of a line.
    private static int s_lineOwner;
    private static TextLine s_line;

    /// <summary>The line of the kernel itself, where no partition can come between.</summary>
    public static TextLine* Line => (TextLine*)Unsafe.AsPointer(ref s_line);

    /// <summary>Writes for a partition, up to the end of a line: a text of many short lines would take long.</summary>
    /// <returns>The bytes written.</returns>
    public static uint WriteFor(int index, byte* text, uint bytes)
    {
        if (bytes == 0)
            return 0;
        if (s_lineOwner != index + 1)
        {
            EndOpenLine();
            var descriptor = Partitions.Describe(index);
            Processor.Out8(Port, '[');
            Processor.OutString8(Port, Partitions.NameOf(descriptor), descriptor->NameLength);
            Processor.Out8(Port, ']');
            Processor.Out8(Port, ' ');
        }

        var end = text;
        var limit = text + bytes;
        while (*end++ != '\n' && end != limit)
        {
        }

        bytes = (uint)(end - text);
        Processor.OutString8(Port, text, bytes);
        if (KernelConfiguration.HasWatches)
            ConsoleTails.Add(index, text, bytes);
        s_lineOwner = end[-1] == '\n' ? 0 : index + 1;
        return bytes;
    }

    /// <summary>Writes a whole line and clears it. Interrupts are held.</summary>
    public static void Write(TextLine* line)
    {
        EndOpenLine();
        Processor.OutString8(Port, line->Text, line->Length);
        Processor.Out8(Port, '\n');
        line->Clear();
    }

    private static void EndOpenLine()
    {
        if (s_lineOwner != 0)
            Processor.Out8(Port, '\n');
        s_lineOwner = 0;
    }
}

namespace EmulatedPrinter;

/// <summary>
/// A printer made of software. The partition owns none of its ports, so each <c>in</c> and <c>out</c> raises a general protection
/// exception, whose handler does what the printer would do and goes on behind the instruction.
/// </summary>
internal static unsafe class Printer
{
    private const uint GeneralProtection = 13;
    private const byte InAlDx = 0xEC;
    private const byte OutDxAl = 0xEE;
    private const ushort Data = 0x378;
    private const ushort Status = 0x379;
    private const ushort Control = 0x37A;
    private const byte Ready = 0x80;
    private const byte Strobe = 0x01;

    private static readonly char[] s_line = new char[80];
    private static int s_length;
    private static char s_data;

    internal static int Accesses { get; private set; }

    internal static void OnException(ProcessorException exception, ref ExceptionFrame frame)
    {
        var instruction = *(byte*)frame.InstructionPointer;
        var port = (ushort)frame.Edx;
        if (exception.Vector != GeneralProtection || port is < Data or > Control || instruction is not (InAlDx or OutDxAl))
            throw new InvalidOperationException($"exception {exception.Vector} at port 0x{port:X}, which nobody emulates");

        if (instruction == InAlDx)
            frame.Eax = (frame.Eax & ~0xFFu) | (port == Status ? Ready : 0u);
        else
            Write(port, (byte)frame.Eax);
        frame.InstructionPointer += 1;
        Accesses++;
    }

    private static void Write(ushort port, byte value)
    {
        if (port == Data)
            s_data = (char)value;
        else if (port == Control && (value & Strobe) != 0)
            Take(s_data);
    }

    private static void Take(char character)
    {
        if (character != '\n')
        {
            s_line[s_length++] = character;
            return;
        }

        Console.WriteLine($"printed: {new string(s_line, 0, s_length)}");
        s_length = 0;
    }
}

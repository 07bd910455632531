namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Writes <c>.debug_line</c>: one sequence of rows for each function.
/// <code>
/// length | version | header length | statement defaults | lengths of the opcodes' arguments | directories | files |
/// sequence: set address, (file, line, address, copy)..., end | ...
/// </code>
/// </summary>
/// <remarks>
/// A debugger breaks at a function behind its prologue, and takes the next row for its place unless one stands just there. ILC has one row for
/// prologue and first statement, so that every instruction of the prologue gets a row of its own here: a breakpoint at the first statement stops
/// there and not at the second.
/// </remarks>
internal static class DwarfLineTable
{
    // How many arguments each of the standard opcodes 1 to 12 has: a reader skips those that it does not know.
    private static readonly byte[] ArgumentCounts = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

    public static byte[] Write(IReadOnlyList<DebugFunction> functions, DwarfSourceFiles files)
    {
        var buffer = new DwarfBuffer();
        var start = buffer.Begin();
        buffer.Write16(Dwarf.Version);
        var header = buffer.Begin();
        buffer.Write8(1);                   // the shortest instruction
        buffer.Write8(1);                   // operations in an instruction
        buffer.Write8(1);                   // each row is a statement
        buffer.Write8(0);                   // special opcodes, which are not used: their line base, their line range,
        buffer.Write8(1);
        buffer.Write8((byte)(ArgumentCounts.Length + 1));
        foreach (var count in ArgumentCounts)
            buffer.Write8(count);
        files.Write(buffer);
        buffer.End(header);
        foreach (var function in functions.Where(function => function.Lines.Count > 0))
            WriteSequence(buffer, function, files);
        buffer.End(start);
        return buffer.ToArray();
    }

    private static void WriteSequence(DwarfBuffer buffer, DebugFunction function, DwarfSourceFiles files)
    {
        var rows = Rows(function);
        WriteExtended(buffer, Dwarf.LineExtendedSetAddress, Dwarf.AddressBytes);
        buffer.Write32(rows[0].Address);
        var (address, file, line) = (rows[0].Address, 1u, 1);
        foreach (var row in rows)
        {
            if (files[row.Location.File] != file)
            {
                buffer.Write8(Dwarf.LineSetFile);
                buffer.WriteUnsigned(file = files[row.Location.File]);
            }

            if (row.Location.Line != line)
            {
                buffer.Write8(Dwarf.LineAdvanceLine);
                buffer.WriteSigned(row.Location.Line - line);
                line = row.Location.Line;
            }

            Advance(row.Address);
            buffer.Write8(Dwarf.LineCopy);
        }

        Advance(function.End);
        WriteExtended(buffer, Dwarf.LineExtendedEndSequence, 0);

        void Advance(uint to)
        {
            if (to == address)
                return;
            buffer.Write8(Dwarf.LineAdvanceAddress);
            buffer.WriteUnsigned(to - address);
            address = to;
        }
    }

    private static void WriteExtended(DwarfBuffer buffer, byte opcode, uint argumentBytes)
    {
        buffer.Write8(Dwarf.LineExtended);
        buffer.WriteUnsigned(argumentBytes + 1);
        buffer.Write8(opcode);
    }

    private static List<LinkedLine> Rows(DebugFunction function)
    {
        var rows = new List<LinkedLine>();
        if (function.Lines[0].Address == function.Address)
        {
            var next = function.Lines.Count > 1 ? function.Lines[1].Address : function.End;
            rows.AddRange(
                Prologue.AddressesIn(function)
                    .TakeWhile(address => address < next)
                    .Select(address => function.Lines[0] with { Address = address }));
        }

        rows.AddRange(function.Lines.Skip(rows.Count > 0 ? 1 : 0));
        return rows;
    }
}

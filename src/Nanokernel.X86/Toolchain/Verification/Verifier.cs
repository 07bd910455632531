using Iced.Intel;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Decodes linked code and checks what no compiler option guarantees.</summary>
public static class Verifier
{
    /// <summary>
    /// Checks the kernel: its code leaves the registers of FPU, MMX and SSE alone, and needs no feature that the CPU lacks.
    /// Reports each method once a kind.
    /// </summary>
    /// <param name="image">The linked kernel.</param>
    /// <param name="cpu">The declared CPU.</param>
    /// <param name="diagnostics">Receives the findings, with source lines where the objects have them.</param>
    /// <returns>Whether the kernel passed.</returns>
    public static bool VerifyKernel(LinkedImage image, CpuLevel cpu, DiagnosticBag diagnostics) =>
        Verify(image, cpu, diagnostics, allowFloatingPoint: false);

    /// <summary>Checks a partition: its code is made of instructions that the CPU has.</summary>
    public static bool VerifyPartition(LinkedImage image, CpuLevel cpu, DiagnosticBag diagnostics) =>
        Verify(image, cpu, diagnostics, allowFloatingPoint: true);

    /// <summary>Lists the instructions that ring 3 may not execute, or only on ports that it owns.</summary>
    public static IReadOnlyList<FlaggedInstruction> FindPrivileged(LinkedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return [.. InstructionWalker.Walk(image)
            .Where(i => InstructionClass.IsPrivileged(i.Instruction))
            .Select(i => new FlaggedInstruction(
                i.Instruction.IP32,
                InstructionWalker.Format(i.Instruction),
                i.Function.DisplayName,
                image.FindLine(i.Instruction.IP32),
                InstructionClass.IsPortAccess(i.Instruction)))];
    }

    /// <summary>Reports each privileged instruction of a partition but port accesses as a warning.</summary>
    public static void ReportPrivileged(LinkedImage image, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var found in FindPrivileged(image).Where(f => !f.IsPortAccess))
            diagnostics.Report(ToolchainRules.PrivilegedInstruction, found.Location, found.Method, found.Text, found.Address);
    }

    /// <summary>Whether any code of the image uses FPU, MMX or SSE registers.</summary>
    public static bool UsesFloatingPoint(LinkedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return InstructionWalker.Walk(image).Any(i => InstructionClass.UsesFloatingPoint(i.Instruction));
    }

    /// <summary>
    /// The first instruction of an image that uses FPU, MMX or SSE registers, also in code that no function symbol covers; null where there is
    /// none.
    /// </summary>
    internal static FlaggedInstruction? FindFloatingPoint(LinkedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var found = InstructionWalker.Walk(image).Select(i => (Function: (LinkedSymbol?)i.Function, i.Instruction))
            .Concat(InstructionWalker.WalkOutsideFunctions(image).Select(instruction => (Function: (LinkedSymbol?)null, Instruction: instruction)))
            .FirstOrDefault(i => InstructionClass.UsesFloatingPoint(i.Instruction));
        return found.Instruction.IsInvalid
            ? null
            : new FlaggedInstruction(
                found.Instruction.IP32, InstructionWalker.Format(found.Instruction), found.Function?.DisplayName ?? "", null, IsPortAccess: false);
    }

    /// <summary>Whether any code of an object that is not linked yet uses FPU, MMX or SSE registers.</summary>
    public static bool UsesFloatingPoint(ObjectFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Sections.Where(s => s.Kind == SectionKind.Text).Any(section =>
        {
            var starts = new SortedSet<uint> { 0, (uint)section.Data.Length };
            starts.UnionWith(file.Symbols.Where(s => s.Section == section && s.Offset < section.Data.Length).Select(s => s.Offset));
            return starts.Zip(starts.Skip(1)).Any(range => InstructionWalker
                .Decode(section.Data, (int)range.First, (int)(range.Second - range.First), range.First)
                .Any(i => InstructionClass.UsesFloatingPoint(i)));
        });
    }

    private static bool Verify(LinkedImage image, CpuLevel cpu, DiagnosticBag diagnostics, bool allowFloatingPoint)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(cpu);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var reported = new HashSet<(uint Function, RuleDescriptor Rule)>();
        foreach (var (function, instruction) in InstructionWalker.Walk(image))
        {
            var rule = Classify(instruction, cpu, allowFloatingPoint);
            if (rule is null || !reported.Add((function.Address, rule)))
                continue;
            Report(rule, image, function, instruction, cpu, diagnostics);
        }
        return reported.Count == 0;
    }

    private static RuleDescriptor? Classify(in Instruction instruction, CpuLevel cpu, bool allowFloatingPoint)
    {
        if (instruction.IsInvalid)
            return ToolchainRules.InvalidInstruction;
        if (!allowFloatingPoint && InstructionClass.UsesFloatingPoint(instruction))
            return ToolchainRules.KernelUsesFloatingPoint;
        return instruction.CpuidFeatures.All(cpu.Features.Contains) ? null : ToolchainRules.InstructionAboveCpu;
    }

    private static void Report(
        RuleDescriptor rule, LinkedImage image, LinkedSymbol function, in Instruction instruction, CpuLevel cpu, DiagnosticBag diagnostics)
    {
        var location = image.FindLine(instruction.IP32);
        if (rule == ToolchainRules.InvalidInstruction)
            diagnostics.Report(rule, location, function.DisplayName, instruction.IP32, ReadBytes(image, instruction.IP32));
        else if (rule == ToolchainRules.KernelUsesFloatingPoint)
            diagnostics.Report(rule, location, function.DisplayName, InstructionWalker.Format(instruction), instruction.IP32);
        else
            diagnostics.Report(rule, location, function.DisplayName, InstructionWalker.Format(instruction), instruction.IP32,
                string.Join(" and ", instruction.CpuidFeatures.Where(f => !cpu.Features.Contains(f))));
    }

    private static string ReadBytes(LinkedImage image, uint address)
    {
        var segment = image.Segments.First(s => s.Contains(address));
        var start = (int)(address - segment.Address);
        return Convert.ToHexString(segment.Data.AsSpan(start, Math.Min(8, segment.Data.Length - start)));
    }
}

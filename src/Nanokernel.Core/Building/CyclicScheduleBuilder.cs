using System.Runtime.CompilerServices;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>States the windows of a cyclic schedule.</summary>
public sealed class CyclicScheduleBuilder
{
    private readonly SystemBuilder _system;

    internal CyclicScheduleBuilder(SystemBuilder system, CyclicScheduleDeclaration declaration) => (_system, Declaration) = (system, declaration);

    /// <summary>What has been stated so far, unchecked.</summary>
    public CyclicScheduleDeclaration Declaration { get; private set; }

    /// <summary>Gives a partition a window of the major frame. A partition can have several; windows do not overlap.</summary>
    /// <param name="partition">The partition that may run in it, and no other.</param>
    /// <param name="offset">When it begins, from the start of the frame: whole microseconds.</param>
    /// <param name="length">How long it is: whole microseconds, 100 or more.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CyclicScheduleBuilder Window(
        PartitionBuilder partition, TimeSpan offset, TimeSpan length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(partition);
        var window = new Stated<ScheduleWindow>(new ScheduleWindow(partition.NameIn(_system), offset, length), CallerLocation.From(file, line));
        Declaration = Declaration with { Windows = Declaration.Windows.Add(window) };
        return this;
    }
}

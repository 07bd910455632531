
namespace Nanokernel.Kernel.Simulation;

/// <summary>What a system declares: priorities in falling order, shares, lines with their owners. Times are in microseconds.</summary>
internal sealed class Setup
{
    public const uint Partitions = KernelConfiguration.PartitionCount;

    public uint[] Priorities = new uint[Partitions];
    public uint[] Budgets = new uint[Partitions];
    public uint[] Periods = new uint[Partitions];
    public uint[] WindowLengths = new uint[KernelConfiguration.WindowCount];
    public uint[] WindowPartitions = new uint[KernelConfiguration.WindowCount];
    public uint Slice;
    public bool HasWindows;
    public bool UsesApic;

    /// <summary>The owner of each line, or a negative number.</summary>
    public int[] Owners = new int[16];

    /// <summary>One bit for each level-triggered line.</summary>
    public uint LevelLines;

    /// <summary>For each partition, one mask of those at the other side for each channel end.</summary>
    public uint[][] Peers = new uint[Partitions][];

    /// <summary>For each partition, the locks of its channel ends, whose indices follow those of <see cref="Peers"/>.</summary>
    public uint[][] Locks = new uint[Partitions][];

    /// <summary>The longest shot of the timer, in its counts.</summary>
    public uint LongestShot = int.MaxValue;

    public bool HasLocks => Locks[0].Length != 0;

    public bool HasShares => Slice != 0 || HasWindows || Periods[0] + Periods[1] + Periods[2] + Periods[3] != 0;

    /// <summary>Any system.</summary>
    public static Setup Any(Words words)
    {
        var setup = new Setup { UsesApic = words.Next(2) != 0, LevelLines = 1u << 9, LongestShot = words.Next(2) != 0 ? 5 + words.Next(40) : int.MaxValue };
        var priority = 100u;
        var hasLocks = words.Next(2) != 0;
        for (var i = 0u; i < Partitions; i++)
        {
            priority -= words.Next(2);
            setup.Priorities[i] = priority;
            if (words.Next(3) == 0)
            {
                setup.Periods[i] = 20 + words.Next(80);
                setup.Budgets[i] = 1 + words.Next(setup.Periods[i]);
            }

            setup.Locks[i] = hasLocks ? Shared(i) : [];
            setup.Peers[i] = [1u << (int)((i + 1) % Partitions), 1u << (int)((i + 2) % Partitions), words.Next(1u << (int)Partitions) & ~(1u << (int)i)];
        }

        if (words.Next(2) != 0)
            setup.Slice = 5 + words.Next(40);
        setup.HasWindows = words.Next(3) == 0;
        for (var i = 0; i < setup.WindowLengths.Length; i++)
            (setup.WindowLengths[i], setup.WindowPartitions[i]) = (20 + words.Next(60), words.Next(16));

        for (var line = 0; line < 16; line++)
            setup.Owners[line] = -1;
        setup.Owners[1] = 0;
        setup.Owners[3] = 1;
        setup.Owners[4] = 1;
        setup.Owners[7] = 2;
        setup.Owners[9] = 2;
        setup.Owners[15] = 3;
        return setup;
    }

    // Each partition has another order of ends, and one does not share all.
    private static uint[] Shared(uint partition) => partition switch
    {
        0 => [0, 1, 2],
        1 => [2, 1, 0],
        2 => [1, 2, 0],
        _ => [2, 0],
    };

    /// <summary>The mask of the partitions of a partition's priority.</summary>
    public uint EqualsOf(uint partition)
    {
        var mask = 0u;
        for (var i = 0; i < Partitions; i++)
            mask |= Priorities[i] == Priorities[partition] ? 1u << i : 0;
        return mask;
    }

    /// <summary>Makes the kernel that of this system.</summary>
    public unsafe void Apply()
    {
        KernelConfiguration.HasShares = HasShares;
        KernelConfiguration.HasEqualPriorities = false;
        KernelConfiguration.HasLocks = HasLocks;
        KernelConfiguration.HasWindows = HasWindows;
        KernelConfiguration.UsesApic = UsesApic;
        KernelConfiguration.SliceMicroseconds = Slice;
        KernelConfiguration.LevelLines = LevelLines;
        KernelConfiguration.InterruptLimitCount = 0;
        EventTimer.CountMaximum = LongestShot;
        var ends = 0u;
        for (var i = 0u; i < Partitions; i++)
        {
            KernelConfiguration.EqualPartitions[(int)i] = EqualsOf(i);
            KernelConfiguration.HasEqualPriorities |= EqualsOf(i) != 1u << (int)i;
            KernelConfiguration.Budgets[(int)i * 2] = Budgets[i];
            KernelConfiguration.Budgets[((int)i * 2) + 1] = Periods[i];
            var descriptor = Nanokernel.Kernel.Partitions.Describe((int)i);
            *descriptor = new PartitionDescriptor { FirstEnd = ends, EndCount = (uint)(Peers[i].Length + Locks[i].Length) };
            foreach (var peers in Peers[i])
            {
                descriptor->Peers |= peers;
                AddEnd(ref ends, peers, 0);
            }

            foreach (var shared in Locks[i])
                AddEnd(ref ends, 0, shared + 1);
        }

        for (var i = 0; i < WindowLengths.Length; i++)
        {
            KernelConfiguration.Windows[i * 2] = WindowLengths[i];
            KernelConfiguration.Windows[(i * 2) + 1] = WindowPartitions[i];
        }

        for (var line = 0; line < Owners.Length; line++)
        {
            if (Owners[line] < 0)
                continue;
            Nanokernel.Kernel.Partitions.Describe(Owners[line])->Lines |= 1u << line;
            var limit = KernelConfiguration.InterruptLimits[(KernelConfiguration.InterruptLimitCount++ * 3)..];
            (limit[0], limit[1], limit[2]) = ((uint)line, int.MaxValue, 1);
        }
    }

    private static void AddEnd(ref uint ends, uint peer, uint lockOfEnd)
    {
        KernelConfiguration.ChannelPeers[(int)ends] = peer;
        KernelConfiguration.EndLocks[(int)ends++] = lockOfEnd;
    }
}

namespace Nanokernel.Channels.Tests;

/// <summary>Who goes on.</summary>
internal interface ISchedule
{
    /// <summary>Chooses the next participant.</summary>
    /// <param name="ready">One bit for each that can go on; not 0.</param>
    /// <param name="running">Who runs.</param>
    int Next(uint ready, int running);
}

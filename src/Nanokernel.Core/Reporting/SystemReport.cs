using System.Text.Json;
using Nanokernel.Layout;
using Nanokernel.Model;

namespace Nanokernel.Reporting;

/// <summary>Who owns what in a system, and where it lies: as text for the build log, as JSON beside the image.</summary>
public sealed class SystemReport
{
    private SystemReport(CheckedSystem system, SystemLayout layout, ImageFacts? image)
    {
        System = system;
        Layout = layout;
        Image = image;
    }

    /// <summary>The system.</summary>
    public CheckedSystem System { get; }

    /// <summary>Where it lies.</summary>
    public SystemLayout Layout { get; }

    /// <summary>The sizes and hash of its image; null before it has been made.</summary>
    public ImageFacts? Image { get; }

    /// <summary>Reports on a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="image">The sizes and hash of its image, if it has been made.</param>
    public static SystemReport Create(CheckedSystem system, SystemLayout layout, ImageFacts? image = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(layout);
        return new SystemReport(system, layout, image);
    }

    /// <summary>Those who watch a partition, by name.</summary>
    internal IEnumerable<string> WatchersOf(CheckedPartition partition) => System.Watches
        .Where(watch => watch.Watched == partition.Index)
        .SelectMany(watch => watch.PartitionsOf(ChannelRole.Watcher))
        .Select(watcher => System.Partitions[watcher].Name);

    /// <summary>The report for people. Lines end with a line feed on every host.</summary>
    public string ToText() => new TextReport(this).Write();

    /// <summary>The report for programs. Sizes are numbers of bytes; addresses and ports are hexadecimal strings.</summary>
    public string ToJson() => JsonSerializer.Serialize(JsonReport.Create(this), JsonReportContext.Default.JsonReport) + "\n";
}

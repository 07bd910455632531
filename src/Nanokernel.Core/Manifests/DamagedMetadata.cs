namespace Nanokernel.Manifests;

/// <summary>What a damaged assembly looks like from here.</summary>
internal static class DamagedMetadata
{
    /// <summary>How deep names, scopes and signatures of a sound assembly can be nested; a damaged one may have circles.</summary>
    internal const int MostNesting = 100;

    /// <summary>Whether an exception of the metadata reader says that the file is damaged or cannot be opened.</summary>
    internal static bool IsReportedBy(Exception exception) => exception
        is BadImageFormatException
        or IOException
        or UnauthorizedAccessException

        // The reader checks only some of the numbers in a file itself; the others end in one of these.
        or OverflowException
        or ArgumentException
        or InvalidCastException
        or InvalidOperationException
        or IndexOutOfRangeException;

    internal static BadImageFormatException Circle() => new("its metadata refers to itself in a circle");
}

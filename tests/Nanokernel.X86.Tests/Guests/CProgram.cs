namespace Nanokernel.X86.Tests.Guests;

/// <summary>The files that programs in C are built with.</summary>
internal static class CProgram
{
    /// <summary>Where one of the files is.</summary>
    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "guests", file);
}

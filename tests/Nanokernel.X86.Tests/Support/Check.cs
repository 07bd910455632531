using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests;

/// <summary>Runs a step of the tool chain and hands back what it found.</summary>
internal static class Check
{
    public static ObjectFile Read(byte[] bytes, string name = "test.obj")
    {
        var diagnostics = new DiagnosticBag();
        var isRead = CoffReader.TryRead(name, bytes, diagnostics, out var file);
        Assert.True(isRead, string.Join('\n', diagnostics));
        Assert.Empty(diagnostics);
        return file!;
    }

    public static Diagnostic ReadFails(byte[] bytes, string name = "test.obj")
    {
        var diagnostics = new DiagnosticBag();
        Assert.False(CoffReader.TryRead(name, bytes, diagnostics, out var file));
        Assert.Null(file);
        return Assert.Single(diagnostics);
    }

    public static LinkedImage Link(LinkRequest request)
    {
        var diagnostics = new DiagnosticBag();
        var isLinked = Linker.TryLink(request, diagnostics, out var image);
        Assert.True(isLinked, string.Join('\n', diagnostics));
        return image!;
    }

    public static LinkedImage Link(params ObjectFile[] objects) =>
        Link(new LinkRequest { Name = "test", Objects = objects, ImageBase = 0x40_0000, EntrySymbol = "start" });

    public static DiagnosticBag LinkFails(LinkRequest request)
    {
        var diagnostics = new DiagnosticBag();
        Assert.False(Linker.TryLink(request, diagnostics, out var image));
        Assert.Null(image);
        Assert.True(diagnostics.HasErrors);
        return diagnostics;
    }

    public static DiagnosticBag LinkFails(params ObjectFile[] objects) =>
        LinkFails(new LinkRequest { Name = "test", Objects = objects, ImageBase = 0x40_0000, EntrySymbol = "start" });

    public static string Print(LinkedImage image) => Print(writer => LinkedImagePrinter.Print(image, writer));

    public static string Print(ObjectFile file) => Print(writer => ObjectFilePrinter.Print(file, writer));

    public static string Print(ElfImage image) => Print(writer => ElfPrinter.Print(image, writer));

    /// <summary>Compares text line by line, so that a difference shows the line.</summary>
    public static void Same([StringSyntax("text")] string expected, string actual) =>
        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), actual.ReplaceLineEndings("\n").Trim());

    private static string Print(Action<TextWriter> print)
    {
        using var writer = new StringWriter();
        print(writer);
        return writer.ToString();
    }
}

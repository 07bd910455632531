using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests;

/// <summary>
/// The object that the ahead-of-time compiler makes of one program that uses what fills an object: shared by the tests of a class.
/// </summary>
public sealed class CompiledSample : IDisposable
{
    private const string Source =
        """
        using System;
        using System.Runtime;
        using System.Runtime.CompilerServices;

        namespace My.Plant;

        interface IStep { int Go(int value); }
        sealed class Up : IStep { public int Go(int value) => value + 1; }
        sealed class Down : IStep { public int Go(int value) => value - 1; }

        static class Texts
        {
            public static string First = "first";
            public static object Empty;
            public static int Number = 7;
        }

        static class Late
        {
            public static object Kept;
        }

        static class Control
        {
            static int s_calls;

            [RuntimeExport("start")]
            static int Main(int a, int b)
            {
                s_calls += a;
                Late.Kept = Texts.First;
                IStep step = a == 1 ? new Up() : new Down();
                return Twice(a, step) + Texts.First.Length + Texts.Number + Generic<int>.Size(b);
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Twice(int value, IStep step) => step.Go(step.Go(value));

            [RuntimeExport("average")]
            static double Average(int a, int b) => (a + b) / 2.0;

            static class Generic<T> where T : unmanaged
            {
                [MethodImpl(MethodImplOptions.NoInlining)]
                public static unsafe int Size(int count) => sizeof(T) * count;
            }
        }
        """;

    /// <summary>Where the linker is told that the kernel's panic entry lies.</summary>
    public const uint PanicAddress = 0xB000_0000;

    private readonly SampleProgram _program = new(Source);
    private readonly MethodNames _names;

    public CompiledSample()
    {
        _names = MethodNames.Load(_program.Inputs);
        Object = _program.Compile(wholeProgram: false);
        HeaderBytes = 20 + 40 * BitConverter.ToUInt16(Object, 2);
    }

    /// <summary>The bytes of the object.</summary>
    public byte[] Object { get; }

    /// <summary>The bytes of file header and section headers.</summary>
    public int HeaderBytes { get; }

    /// <summary>The line of the source that holds a text.</summary>
    public static int LineOf(string text) => Source[..Source.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    /// <summary>What is to be linked: the object, or another form of it, with the run-time helpers.</summary>
    internal LinkRequest Request(ObjectFile file, uint imageBase = 0x40_0000, params string[] roots) => new()
    {
        Name = "sample",
        Objects = [file, .. RuntimeHelpers.Assemble()],
        ImageBase = imageBase,
        EntrySymbol = "start",
        RootSymbols = roots,
        MethodNames = _names,
        AbsoluteSymbols = new Dictionary<string, uint> { ["nk_panic"] = PanicAddress },
    };

    public void Dispose() => _program.Dispose();
}

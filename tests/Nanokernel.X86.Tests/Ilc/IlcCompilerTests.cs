using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Ilc;

public class IlcCompilerTests
{
    private const string Working = """
        using System.Runtime;
        static class A { [RuntimeExport("start")] static int Main(int a, int b) => a * b; }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_modes_give_an_object_that_links(bool wholeProgram)
    {
        using var program = new SampleProgram(Working);

        var image = Check.Link(Check.Read(program.Compile(wholeProgram)));

        // imul ecx,edx; mov eax,ecx; ret, in one form or another: the result is the product of ECX and EDX.
        Assert.Contains("imul", Check.Print(image));
    }

    [Fact]
    public void The_same_program_in_another_folder_gives_the_same_object()
    {
        using var here = new SampleProgram(Working);
        using var there = new SampleProgram(Working);

        Assert.NotEqual(here.Assembly, there.Assembly);
        Assert.Equal(here.Compile(wholeProgram: true), there.Compile(wholeProgram: true));
    }

    [Fact]
    public void A_feature_that_the_core_library_lacks_is_named_with_its_source_line()
    {
        using var program = new SampleProgram(
            """
            using System.Runtime;

            static class Grid
            {
                [RuntimeExport("start")]
                static int Main(int a, int b)
                {
                    var cells = new int[a, b];
                    return cells[1, 1];
                }
            }
            """);
        var diagnostics = new DiagnosticBag();

        Assert.False(program.TryCompile(wholeProgram: true, diagnostics));

        Assert.Equal(
            "/src/Sample.cs(8,9): error NK2004: 'Grid.Main' uses a multi-dimensional array, which Nanokernel.Runtime does not support. "
            + "Write it without. The compiler says: "
            + "Expected type 'Internal.Runtime.CompilerHelpers.ArrayHelpers' not found in module 'Nanokernel.Runtime'",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void A_method_without_code_is_an_error()
    {
        using var program = new SampleProgram(
            """
            using System.Runtime;
            using System.Runtime.CompilerServices;
            static class A
            {
                [MethodImpl(MethodImplOptions.InternalCall)] static extern int Missing(int a);
                [RuntimeExport("start")] static int Main(int a, int b) => Missing(a);
            }
            """);
        var diagnostics = new DiagnosticBag();

        Assert.False(program.TryCompile(wholeProgram: true, diagnostics));

        var finding = Assert.Single(diagnostics);
        Assert.Equal("NK2003", finding.Rule.Id);
        Assert.Contains("'A.Missing(Int32)': Method will always throw", finding.Message);
    }

    [Fact]
    public void An_input_that_is_no_assembly_is_an_error_in_the_compilers_words()
    {
        using var program = new SampleProgram(Working);
        File.WriteAllText(program.Assembly, "no assembly");
        var diagnostics = new DiagnosticBag();

        Assert.False(program.TryCompile(wholeProgram: true, diagnostics));

        Assert.Equal("NK2003", Assert.Single(diagnostics).Rule.Id);
    }

    [Fact]
    public void A_missing_compiler_is_named_with_its_package()
    {
        using var program = new SampleProgram(Working);
        var diagnostics = new DiagnosticBag();
        var request = new IlcRequest
        {
            Inputs = program.Inputs, Output = program.Object, SystemModule = "Nanokernel.Runtime", CompilerPath = "/nowhere/ilc",
        };

        Assert.False(IlcCompiler.TryCompile(request, diagnostics));

        Assert.Equal(
            "nanokernel: error NK2001: The NativeAOT compiler '/nowhere/ilc' was not found. Restore the system project, "
            + $"which downloads package {IlcPackage.Name} version {IlcPackage.Version}, or give the path of the compiler.",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void A_compiler_that_cannot_run_is_an_error()
    {
        using var program = new SampleProgram(Working);
        var diagnostics = new DiagnosticBag();
        var request = new IlcRequest
        {
            // A file that is there and is no program.
            Inputs = program.Inputs, Output = program.Object, SystemModule = "Nanokernel.Runtime", CompilerPath = program.Assembly,
        };

        Assert.False(IlcCompiler.TryCompile(request, diagnostics));

        Assert.Equal("NK2005", Assert.Single(diagnostics).Rule.Id);
    }

    [Fact]
    public void All_missing_inputs_are_reported_and_no_stale_object_is_left()
    {
        using var program = new SampleProgram(Working);
        var diagnostics = new DiagnosticBag();
        var request = new IlcRequest { Inputs = ["one.dll", "two.dll"], Output = program.Object, SystemModule = "Nanokernel.Runtime" };

        Assert.False(IlcCompiler.TryCompile(request, diagnostics));

        Assert.Equal(
            [
                "nanokernel: error NK2006: The file 'one.dll' does not exist. Build the project that makes it first.",
                "nanokernel: error NK2006: The file 'two.dll' does not exist. Build the project that makes it first.",
            ],
            diagnostics.Select(d => d.ToString()));
        Assert.False(File.Exists(program.Object));
    }

    [Fact]
    public void The_pinned_version_comes_from_the_build()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+$", IlcPackage.Version);
        Assert.Contains(IlcPackage.Version, IlcPackage.DefaultCompilerPath);
    }
}

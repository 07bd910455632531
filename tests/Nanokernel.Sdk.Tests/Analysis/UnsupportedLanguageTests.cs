using Nanokernel.Sdk.Analyzers.Analysis;
using static Nanokernel.Sdk.Tests.Analysis.AnalyzerVerifier;

namespace Nanokernel.Sdk.Tests.Analysis;

public sealed class UnsupportedLanguageTests
{
    [Fact]
    public Task A_catch_clause_is_rejected() => Rejects(
        "void Run() { try { Run(); } {|#0:catch|} (System.Exception error) when (error is not null) { } finally { } }",
        "NK1001",
        "'Run' catches an exception, but a throw in a partition is a fault: the kernel stops the partition and no handler runs."
        + " Return a status, or test before the call.");

    [Fact]
    public Task A_finally_clause_alone_is_accepted() => Accepts("void Run() { try { Run(); } finally { } }");

    [Fact]
    public Task A_generic_virtual_method_is_rejected() => Rejects(
        "public virtual void {|#0:Run|}<T>() { }",
        "NK1002",
        "'Run' is virtual and generic, and which code a call needs is known only at run time."
        + " Make the type generic, or use a constraint with a static abstract member.");

    [Fact]
    public Task Generic_methods_that_are_not_virtual_are_accepted() => Accepts("void Run<T>() { } static void Walk<T>() { } public virtual void Stop() { }");

    [Fact]
    public Task A_thread_static_field_is_rejected() => Rejects(
        "[System.ThreadStatic] static int {|#0:_count|};",
        "NK1003",
        "'_count' is [ThreadStatic], but a partition has one flow of control and no thread-local storage. Remove the attribute.");

    [Theory]
    [InlineData("{|#0:async|} System.Threading.Tasks.Task Run() { await Run(); }")]
    [InlineData("void Run() { {|#0:async|} void Local() { } Local(); }")]
    [InlineData("void Run() { System.Action action = {|#0:async|} () => { }; action(); }")]
    public Task An_asynchronous_function_is_rejected(string member) => RejectsIn(
        "Run",
        member,
        "NK1004",
        "'{0}' is asynchronous, but partitions have neither tasks nor a scheduler for them. Wait with Receive, Clock.Sleep or Processor.Wait.");

    [Fact]
    public Task The_type_dynamic_is_rejected() => Rejects(
        "void Run({|#0:dynamic|} value) { }",
        "NK1005",
        "'Run' uses dynamic, which needs a compiler at run time. Name the type, or make the code generic.");

    [Fact]
    public Task A_variable_of_the_name_dynamic_is_accepted() => Accepts("int Run() { var dynamic = 1; return dynamic; }");

    [Fact]
    public Task A_finalizer_is_rejected() => Rejects(
        "~{|#0:Device|}() { }",
        "NK1006",
        "'Device' has a finalizer, but a partition's heap is never collected and it would never run. Remove it; release resources by Dispose.");

    [Fact]
    public Task A_lock_statement_is_rejected() => Rejects(
        "void Run() { {|#0:lock|} (this) { } }",
        "NK1007",
        "'Run' takes a lock, but a partition has one flow of control; only interrupt handlers come between. Use 'using (Interrupts.Disable())'.");

    [Theory]
    [InlineData("void Run() { {|#0:int[,]|} table = null; }", "int[,]")]
    [InlineData("void Run() { var table = new {|#0:int[2, 3]|}; }", "int[2, 3]")]
    [InlineData("void Run() { var table = {|#0:new|}[,] { { 1 } }; }", "new[,]")]
    public Task A_multi_dimensional_array_is_rejected(string member, string array) => Rejects(
        member,
        "NK1008",
        $"'Run' uses the multi-dimensional array '{array}', which Nanokernel.Runtime lacks. Use an array of one dimension and compute the index.");

    [Fact]
    public Task An_array_of_arrays_is_accepted() => Accepts("void Run() { int[][] table = [[1], [2, 3]]; }");

    [Fact]
    public Task A_query_expression_is_rejected() => Rejects(
        "object Run(int[] values) => {|#0:from|} value in System.Linq.Enumerable.AsEnumerable(values) select value;",
        "NK1009",
        "'Run' has a query expression, which allocates for every step, from a heap that is never collected. Use foreach.");

    [Fact]
    public Task An_iterator_is_warned_of_once() => Warns(
        "System.Collections.Generic.IEnumerable<int> Run() { {|#0:yield|} return 1; yield return 2; }",
        "NK1010",
        "'Run' is an iterator: each loop over it takes an object from a heap that is never collected."
        + " Call it when the partition starts, or write a struct with GetEnumerator, MoveNext and Current.");

    [Fact]
    public Task An_import_from_a_native_library_is_rejected() => Rejects(
        "[System.Runtime.InteropServices.DllImport(\"c\")] static extern void {|#0:Run|}();",
        "NK1011",
        "'Run' imports a function of a native library, but there is none in an image. Write it in C#.");

    [Fact]
    public Task A_method_for_native_callers_is_rejected() => Rejects(
        "[{|#0:System.Runtime.InteropServices.UnmanagedCallersOnly|}] static void Run() { }",
        "NK1012",
        "'Run' is for native code to call, but there is none in an image."
        + " Remove [UnmanagedCallersOnly]; a managed function pointer, delegate*<...>, needs no attribute.");

    [Fact]
    public Task A_managed_function_pointer_is_accepted() => Accepts(
        "static void Run() { } static unsafe void Walk() { delegate*<void> run = &Run; run(); }");

    [Theory]
    [InlineData("void Run({|#0:__arglist|}) { }", "__arglist")]
    [InlineData("void Run() { Walk({|#0:__arglist|}(1)); }", "__arglist")]
    [InlineData("void Run(int value) { var reference = {|#0:__makeref|}(value); }", "__makeref")]
    public Task A_variable_argument_list_is_rejected(string member, string keyword) => Rejects(
        member,
        "NK1013",
        $"'Run' uses '{keyword}', which Nanokernel.Runtime lacks. Use a params span, a generic parameter or ref.");

    [Fact]
    public Task A_params_span_is_accepted() => Accepts("void Run(params System.ReadOnlySpan<int> values) { }");

    [Fact]
    public Task A_module_initializer_is_rejected() => Rejects(
        "[{|#0:System.Runtime.CompilerServices.ModuleInitializer|}] internal static void Run() { }",
        "NK1014",
        "'Run' is a module initializer, but a partition starts at Main and nothing runs before it. Call 'Run' from Main.");

    [Fact]
    public Task A_static_initializer_is_accepted() => Accepts("static readonly int[] Table = MakeTable(); static int[] MakeTable() => [1, 2];");

    [Theory]
    [InlineData("System.Runtime.CompilerServices.MethodImplOptions.Synchronized")]
    [InlineData("MethodImplOptions.NoInlining | MethodImplOptions.Synchronized")]
    [InlineData("(System.Runtime.CompilerServices.MethodImplOptions)40")]
    public Task A_synchronized_method_takes_a_lock(string options) => Rejects(
        $"[{{|#0:System.Runtime.CompilerServices.MethodImpl({options})|}}] void Run() {{ }}",
        "NK1007",
        "'Run' takes a lock, but a partition has one flow of control; only interrupt handlers come between. Use 'using (Interrupts.Disable())'.");

    [Fact]
    public Task A_method_that_is_not_inlined_is_accepted() => Accepts(
        "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] void Run() { }");

    [Theory]
    [InlineData("void Run() { while (true) { System.Span<int> copy = {|#0:stackalloc|} int[4]; } }")]
    [InlineData("void Run(int[] values) { foreach (var value in values) Use({|#0:stackalloc|} int[] { 1 }); }")]
    [InlineData("void Run(int count) { for (var i = 0; i < count; i++) Use({|#0:stackalloc|}[] { 1 }); }")]
    public Task Stack_memory_in_a_loop_is_warned_of(string member) => Warns(
        member,
        "NK1015",
        "'Run' allocates on the stack in a loop, and a stack that runs into its guard page ends the partition."
        + " Memory comes back only when the method returns: allocate before the loop.");

    [Fact]
    public Task Stack_memory_of_variable_size_is_warned_of() => Warns(
        "void Run(int length) { System.Span<int> copy = {|#0:stackalloc|} int[length]; }",
        "NK1015",
        "'Run' allocates on the stack as much as a value says, and a stack that runs into its guard page ends the partition."
        + " Give it a constant size, the greatest that is needed, and slice it.");

    [Theory]
    [InlineData("const int Length = 8; void Run() { System.Span<int> copy = stackalloc int[2 * Length]; }")]
    [InlineData("void Run() { foreach (var value in stackalloc int[] { 1, 2 }) { } }")]
    [InlineData("void Run() { while (true) { Local(); } static void Local() { System.Span<int> copy = stackalloc int[4]; } }")]
    public Task Stack_memory_of_constant_size_outside_of_loops_is_accepted(string member) => Accepts(member);

    [Theory]
    [InlineData("System")]
    [InlineData("")]
    public Task A_program_of_the_host_may_do_all_of_it(string projectType) => VerifyAsync<UnsupportedLanguageAnalyzer>(
        projectType, "class Device { async void Run() { try { lock (this) { } } catch { } } ~Device() { } }");

    [Fact]
    public Task A_library_is_held_to_the_same() => VerifyAsync<UnsupportedLanguageAnalyzer>(
        "Library",
        "class Device { void Run() { {|#0:lock|} (this) { } } }",
        Error("NK1007", Message("NK1007", "Run"), 0));

    private static Task Accepts(string member) => VerifyAsync<UnsupportedLanguageAnalyzer>("Partition", $"class Device {{ {member} }}");

    private static Task Rejects(string member, string id, string message) =>
        VerifyAsync<UnsupportedLanguageAnalyzer>("Partition", $"class Device {{ {member} }}", Error(id, message, 0));

    private static Task Warns(string member, string id, string message) =>
        VerifyAsync<UnsupportedLanguageAnalyzer>("Partition", $"class Device {{ {member} }}", Warning(id, message, 0));

    private static Task RejectsIn(string name, string member, string id, string message) => Rejects(
        member, id, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, member.Contains("Local", StringComparison.Ordinal) ? "Local" : name));

    private static string Message(string id, string name) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        new UnsupportedLanguageAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture),
        name);
}

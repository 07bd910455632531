using Microsoft.CodeAnalysis.Testing;
using Nanokernel.Sdk.Analyzers.Analysis;
using static Nanokernel.Sdk.Tests.Analysis.AnalyzerVerifier;

namespace Nanokernel.Sdk.Tests.Analysis;

public sealed class CallContractTests
{
    [Fact]
    public Task A_contract_of_methods_with_unmanaged_values_is_accepted() => Verify("""
        struct Recipe { public long Minutes; }
        enum Colour { Red }
        [CallContract] interface IRecipes
        {
            Recipe Load(int number, Colour colour);
            bool Store(in Recipe recipe);
            void Clear();
        }
        """);

    [Theory]
    [InlineData("[CallContract] interface {|#0:IRecipes|}<T> { void Clear(); }", "has type parameters")]
    [InlineData("class Outer { [CallContract] internal interface {|#0:IRecipes|} { void Clear(); } }", "is inside 'Outer'")]
    [InlineData("[CallContract] file interface {|#0:IRecipes|} { void Clear(); }", "is local to its file")]
    [InlineData("interface IBase; [CallContract] interface {|#0:IRecipes|} : IBase { void Clear(); }", "inherits 'IBase'")]
    [InlineData("[CallContract] interface {|#0:IRecipes|};", "has no method")]
    public Task A_contract_is_a_plain_interface(string source, string reason) => Verify(source, Error(
        "NK1110",
        $"Contract 'IRecipes' {reason}. Declare it as an interface with methods, in a namespace, without type parameters and base interfaces: "
        + "the SDK generates its client and server.",
        0));

    [Theory]
    [InlineData("int {|#0:Other|} { get; }", "is a property")]
    [InlineData("event System.Action {|#0:Other|};", "is an event")]
    [InlineData("struct {|#0:Other|};", "is a type")]
    [InlineData("static void {|#0:Other|}() { }", "is static")]
    [InlineData("void {|#0:Other|}<T>();", "has type parameters")]
    [InlineData("void {|#0:Other|}() { }", "has a body")]
    public Task A_contract_has_nothing_but_methods_to_call(string member, string reason) => VerifyMember(member, Error(
        "NK1111",
        $"'Other' of contract 'IRecipes' {reason}, and only plain methods can be called in another partition. Make it a method without a body.",
        0));

    [Fact]
    public Task Each_method_has_a_name_of_its_own() => VerifyMember("void {|#0:Clear|}(int number);", Error(
        "NK1112",
        "Contract 'IRecipes' has several methods 'Clear', and the client adds one with a time-out to each. Give each method a name of its own.",
        0));

    [Theory]
    [InlineData("void Other(string {|#0:value|});", "parameter 'value' is of type 'string', which holds references")]
    [InlineData("void Other(ref int {|#0:value|});", "parameter 'value' is passed by reference")]
    [InlineData("void Other(out int {|#0:value|});", "parameter 'value' is passed by reference")]
    [InlineData("void Other(params int[] {|#0:value|});", "parameter 'value' takes a list")]
    [InlineData("void Other(System.Span<int> {|#0:value|});", "parameter 'value' is of type 'System.Span<int>', which refers to memory")]
    [InlineData("unsafe void Other(int* {|#0:value|});", "parameter 'value' is of type 'int*', which holds a pointer")]
    [InlineData("void Other(Block {|#0:value|});", "parameter 'value' is of type 'Block', which holds a pointer in 'Data'")]
    [InlineData("object {|#0:Other|}();", "result is of type 'object', which holds references")]
    [InlineData("ref int {|#0:Other|}();", "result is a reference")]
    public Task Arguments_and_results_can_be_copied(string member, string reason) => VerifyMember(member, Error(
        "NK1113",
        $"'Other' of contract 'IRecipes' cannot be called in another partition: its {reason}. Pass unmanaged values, by value or with 'in', and return one.",
        0));

    private static Task VerifyMember(string member, DiagnosticResult expected) => Verify(
        $"unsafe struct Block {{ public int* Data; }} [CallContract] interface IRecipes {{ void Clear(); {member} }}", expected);

    private static Task Verify(string source, params DiagnosticResult[] expected) =>
        VerifyAsync<CallContractAnalyzer>("Library", "using Nanokernel;\n" + source, expected);
}

using Microsoft.CodeAnalysis.Testing;
using Nanokernel.Sdk.Analyzers.Analysis;
using static Nanokernel.Sdk.Tests.Analysis.AnalyzerVerifier;

namespace Nanokernel.Sdk.Tests.Analysis;

public sealed class PartitionDeclarationTests
{
    [Fact]
    public Task A_partition_with_ends_and_Main_is_accepted() => Verify("""
        [Partition] static partial class Control
        {
            [Sends("telemetry")] static partial Sender<int> Telemetry { get; }
            [Receives("telemetry")] static partial Receiver<int> Echo { get; }
            static void Main() { }
        }
        """);

    [Theory]
    [InlineData("[Partition] static class {|#0:Control|} { static void Main() { } }", "is not partial")]
    [InlineData("[Partition] partial class {|#0:Control|} { static void Main() { } }", "is not static")]
    [InlineData("[Partition] static partial class {|#0:Control|}<T> { static void Main() { } }", "has type parameters")]
    [InlineData("class Outer { [Partition] static partial class {|#0:Control|} { static void Main() { } } }", "is inside 'Outer'")]
    public Task A_partition_is_a_static_partial_class(string source, string departure) => Verify(source, Error(
        "NK1101",
        $"Partition 'Control' {departure}. Declare it 'static partial class Control' in a namespace, without type parameters: the SDK generates its other half.",
        0));

    [Theory]
    [InlineData("")]
    [InlineData("static int Main() => 0;")]
    [InlineData("static void Main(string[] args) { }")]
    [InlineData("static async void Main() { }")]
    public Task A_partition_has_a_Main_without_arguments_and_result(string member) => Verify(
        $"[Partition] static partial class {{|#0:Control|}} {{ {member} }}",
        Error("NK1102", "Partition 'Control' has no method 'static void Main()', and that is where it starts. Add one.", 0));

    [Fact]
    public Task A_project_is_one_partition() => Verify(
        """
        [Partition] static partial class {|#1:Control|} { static void Main() { } }
        [Partition] static partial class {|#0:Monitor|} { static void Main() { } }
        """,
        Error(
            "NK1103",
            "'Control' and 'Monitor' are both marked [Partition], but a project is one partition. Remove one mark, or make it a project of its own.",
            0,
            1));

    [Theory]
    [InlineData("static Sender<int> {|#0:Telemetry|} { get; }")]
    [InlineData("static partial Sender<int> {|#0:Telemetry|} { get; set; }")]
    [InlineData("partial Sender<int> {|#0:Telemetry|} { get; }")]
    public Task A_channel_end_is_a_static_partial_property_to_read(string property) => VerifyEnd(
        "[Sends(\"telemetry\")] " + property,
        "NK1104",
        "Channel end 'Telemetry' cannot be completed by the SDK. Declare it 'static partial Sender<int> Telemetry { get; }'.");

    [Theory]
    [InlineData("Sends", "Receiver<int>", "Nanokernel.Receiver<int>", "Sender<T>")]
    [InlineData("Receives", "Sender<int>", "Nanokernel.Sender<int>", "Receiver<T>")]
    [InlineData("Sends", "int", "int", "Sender<T>")]
    [InlineData("Posts", "EventWaiter", "Nanokernel.EventWaiter", "EventPoster")]
    [InlineData("Views", "SharedMemory<int>", "Nanokernel.SharedMemory<int>", "ReadOnlySharedMemory<T>")]
    [InlineData("SendsRecords", "Sender<byte>", "Nanokernel.Sender<byte>", "RecordSender")]
    public Task A_channel_end_has_the_type_of_its_role(string attribute, string type, string fullType, string right) => VerifyEnd(
        $"[{attribute}(\"telemetry\")] static partial {type} {{|#0:Telemetry|}} {{ get; }}",
        "NK1105",
        $"Channel end 'Telemetry' is marked [{attribute}] but is of type '{fullType}'. [{attribute}] goes with {right}.");

    [Theory]
    [InlineData("")]
    [InlineData("Telemetry")]
    [InlineData("1st")]
    [InlineData("tele_metry")]
    [InlineData("a-name-that-is-longer-than-31-xxx")]
    public Task A_channel_has_a_name_of_the_common_form(string name) => VerifyEnd(
        $"[{{|#0:Sends(\"{name}\")|}}] static partial Sender<int> Telemetry {{ get; }}",
        "NK1106",
        $"'{name}', the queue of 'Telemetry', is not a name: use lower-case letters, digits and hyphens, a letter first, 31 characters at most.");

    [Fact]
    public Task A_partition_has_one_end_of_a_channel() => Verify(
        """
        [Partition] static partial class Control
        {
            [{|#1:Sends("telemetry")|}] static partial Sender<int> First { get; }
            [{|#0:Sends("telemetry")|}] static partial Sender<int> Second { get; }
            static void Main() { }
        }
        """,
        Error(
            "NK1107",
            "'First' and 'Second' both send to queue 'telemetry'. A partition has one end of it: remove one of the two, or rename its queue.",
            0,
            1));

    [Fact]
    public Task A_message_holds_no_pointer() => Verify(
        """
        unsafe struct Inner { public int Length; public byte* Data; }
        struct Frame { public Inner Body { get; } }
        [Partition] static partial class Control
        {
            [Sends("frames")] static partial Sender<Frame> {|#0:Frames|} { get; }
            static void Main() { }
        }
        """,
        Error(
            "NK1108",
            "Message type 'Frame' of channel end 'Frames' holds a pointer in 'Body.Data', but an address means nothing in another partition."
            + " Send the data, or an index.",
            0));

    [Fact]
    public Task A_channel_end_stands_in_a_partition() => Verify(
        "static partial class Helper { [Sends(\"telemetry\")] static partial Sender<int> {|#0:Telemetry|} { get; } }",
        Error(
            "NK1109",
            "'Telemetry' is marked [Sends] but 'Helper' is not marked [Partition]. Move it into the partition's class and pass it from there.",
            0));

    private static Task Verify(string source, params DiagnosticResult[] expected) =>
        VerifyAsync<PartitionDeclarationAnalyzer>("Partition", "using Nanokernel;\n" + source, expected);

    private static Task VerifyEnd(string property, string id, string message) => Verify(
        $"[Partition] static partial class Control {{ {property} static void Main() {{ }} }}", Error(id, message, 0));
}

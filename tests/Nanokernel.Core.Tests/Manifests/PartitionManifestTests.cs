using CsCheck;
using Nanokernel.Checking;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Manifests;

public sealed class PartitionManifestTests : IDisposable
{
    private readonly PartitionCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [Fact]
    public void Ends_are_read_with_their_direction_and_their_messages_across_assemblies()
    {
        var contracts = _compiler.Compile("Contracts", """
            namespace Plant { public struct Sample { public Point At; public double Value; } public struct Point { public int X, Y; } }
            """);
        var project = _compiler.Partition(
            "Control",
            """
            [Sends("telemetry")] static Sender<Plant.Sample> Telemetry => default;
            [Receives("commands")] static Receiver<ushort> Commands => default;
            static int Unmarked => 1;
            """,
            contracts);

        var diagnostics = new DiagnosticBag();
        Assert.True(PartitionManifest.TryRead(project, location: null, diagnostics, out var manifest));

        Assert.Empty(diagnostics);
        Assert.Equal("Control", manifest.TypeName);
        Assert.Equal(
            [
                ("telemetry", ChannelRole.QueueSender, "Control.Telemetry", "Plant.Sample, 16 bytes { 0: i4 At.X; 4: i4 At.Y; 8: f8 Value }"),
                ("commands", ChannelRole.QueueReceiver, "Control.Commands", "UInt16, 2 bytes { 0: u2  }"),
            ],
            manifest.Ends.Select(end => (end.Channel, end.Role, end.Member, end.Message!.ToString())));
    }

    [Fact]
    public void A_project_in_several_partitions_is_complained_about_once()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var absent = new PartitionProject("Absent", Path.Combine(_compiler.Folder, "Absent.dll"));
        system.AddPartition("first", absent);
        system.AddPartition("second", absent);
        var diagnostics = new DiagnosticBag();

        var manifests = PartitionManifest.ReadAll(system.Build(), diagnostics);

        Assert.Equal([null, null], manifests);
        Assert.Equal("NK0007", Assert.Single(diagnostics).Rule.Id);
    }

    [Fact]
    public void A_damaged_assembly_is_a_finding_and_never_an_exception()
    {
        var project = _compiler.Partition("Damaged", """[Sends("out")] static Sender<System.Guid> Out => default;""");
        var sound = File.ReadAllBytes(project.AssemblyPath);

        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample(
            (position, value, length) =>
            {
                var bytes = sound.ToArray();
                bytes[position] = value;
                var path = Path.Combine(_compiler.Folder, "Damaged.bin");
                File.WriteAllBytes(path, bytes[..(position % 2 == 0 ? length : bytes.Length)]);
                var diagnostics = new DiagnosticBag();
                var isRead = PartitionManifest.TryRead(project with { AssemblyPath = path }, location: null, diagnostics, out var manifest);
                Assert.Equal(isRead, manifest is not null);
                Assert.Equal(isRead, diagnostics.Count == 0);
            },
            threads: 1,
            iter: 3_000);
    }

    [Fact]
    public void Systems_with_real_assemblies_become_checked_systems()
    {
        var control = _compiler.Partition("Control", """[Sends("telemetry")] static Sender<long> Telemetry => default;""");
        var monitor = _compiler.Partition("Monitor", """[Receives("telemetry")] static Receiver<long> Telemetry => default;""");
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddQueue("telemetry", 64).From(system.AddPartition("control", control)).To(system.AddPartition("monitor", monitor));

        Assert.Empty(new Sample(system, readsAssemblies: true).Check(out var checkedSystem));

        Assert.Equal(8, Assert.Single(checkedSystem!.Queues).MessageBytes);
    }

    [Fact]
    public void The_ends_of_a_call_are_the_structs_that_the_SDK_has_generated()
    {
        const string Contract = """
            using Nanokernel;
            public struct RecipesMessage { public int Load_number; public long Load; }
            public readonly struct RecipesClient { private readonly CallClient<RecipesMessage> _calls; }
            public readonly struct RecipesServer { private readonly CallServer<RecipesMessage> _calls; }
            """;
        var library = _compiler.Compile("Contracts", Contract, _compiler.RuntimePath);
        var control = _compiler.Partition("Control", """[Calls("recipes")] static RecipesClient Recipes => default;""", library);
        var monitor = _compiler.Partition("Monitor", """[Serves("recipes")] static RecipesServer Recipes => default;""", library);
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddCall("recipes").From(system.AddPartition("control", control)).To(system.AddPartition("monitor", monitor));

        Assert.Empty(new Sample(system, readsAssemblies: true).Check(out var checkedSystem));

        var call = Assert.IsType<CheckedCall>(Assert.Single(checkedSystem!.Channels));
        Assert.Equal("16;0:i4 Load_number;8:i8 Load", call.Message!.CanonicalText);
        Assert.Equal(4_096u, Assert.Single(call.Regions).Bytes);
    }

    [Theory]
    [InlineData("[Calls(\"recipes\")] static CallServer<int> Recipes => default;", "Calls", "the client of a [CallContract]", "Nanokernel.CallServer<Int32>")]
    [InlineData("[Serves(\"recipes\")] static int Recipes => default;", "Serves", "the server of a [CallContract]", "Int32")]
    public void An_end_of_a_call_of_another_type_is_told(string property, string attribute, string expected, string found)
    {
        var diagnostics = new DiagnosticBag();

        Assert.False(PartitionManifest.TryRead(_compiler.Partition("Control", property), location: null, diagnostics, out _));

        Assert.Equal(
            $"nanokernel: error NK0308: 'Control.Recipes' in partition project 'Control' is marked [{attribute}], so its type has to be {expected}; it is {found}.",
            Assert.Single(diagnostics).ToString());
    }
}

using Nanokernel.Abi;
using Nanokernel.Core.Tests.Manifests;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>
/// Samples of the rules about what is read from a partition's assembly. Paths are not the same everywhere; <c>{folder}</c> stands for
/// theirs.
/// </summary>
internal static class AssemblySamples
{
    internal static PartitionCompiler Compiler { get; } = new();

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0007",
            () => Of(new PartitionProject("Plant.Control", Path.Combine(Compiler.Folder, "Absent.dll"))),
            "Plant.cs(2): error NK0007: The assembly '{folder}/Absent.dll' of partition project 'Plant.Control' does not exist. "
            + "Build the project, or correct the path.",
            () => Of(Compiler.Partition("Present", ""))),
        new(
            "NK0008",
            () => Of(new PartitionProject("Plant.Control", Compiler.RuntimePath)),
            "Plant.cs(2): error NK0008: In assembly '{folder}/Nanokernel.Runtime.dll', no class has [Partition]; "
            + "a partition project has exactly one such class. Mark the class with Main: [Partition] static partial class.",
            () => Of(Compiler.Partition("Single", ""))),
        new(
            "NK0008",
            () => Of(new PartitionProject("Plant.Control", Compiler.Compile(
                "Double", "[Nanokernel.Partition] static class A; [Nanokernel.Partition] static class B;", Compiler.RuntimePath))),
            "Plant.cs(2): error NK0008: In assembly '{folder}/Double.dll', A and B has [Partition]; "
            + "a partition project has exactly one such class. Mark the class with Main: [Partition] static partial class.",
            () => Of(Compiler.Partition("Single", ""))),
        new(
            "NK0009",
            () => Of(new PartitionProject("Plant.Control", Text("Damaged.dll", "This is text."))),
            "Plant.cs(2): error NK0009: The assembly '{folder}/Damaged.dll' of partition project 'Plant.Control', or one that it "
            + "refers to, "
            + "cannot be read: Image is too small. Build the project anew.",
            () => Of(Compiler.Partition("Sound", ""))),
        new(
            "NK0010",
            () => Of(WithLostContracts()),
            "Plant.cs(2): error NK0010: Assembly 'Lost', in which 'NeedsLost.Out' of partition project 'NeedsLost' needs type Reading, "
            + "or the type in it, was not found beside the partition's assembly. Add a reference to its project or package, or "
            + "build it anew.",
            () => Of(Compiler.Partition("NeedsNothing", "[Sends(\"out\")] static Sender<int> Out => default;"), "out")),
        new(
            "NK0011",
            () => Of(OfRevision(AbiVersion.Current + 1)),
            $"Plant.cs(2): error NK0011: Partition project 'Revised' was built against revision {AbiVersion.Current + 1} of the interface "
            + $"between kernel and partitions; these tools make revision {AbiVersion.Current}. "
            + "Use one version of the SDK for the system and its partitions, and build them anew.",
            () => Of(OfRevision(AbiVersion.Current))),
        new(
            "NK0307",
            () => Of(Compiler.Partition("Pointing", "struct Node { public int Value; public Node* Next; } "
                + "[Sends(\"out\")] static Sender<Node> Out => default;")),
            "Plant.cs(2): error NK0307: Pointing.Node, the message type of 'Pointing.Out' in partition project 'Pointing', cannot be sent: "
            + "its field 'Next' is a pointer, which means nothing in another partition. Use a struct of numbers, enums and such structs.",
            () => Of(Compiler.Partition("Indexing", "struct Node { public int Value; public int Next; } "
                + "[Sends(\"out\")] static Sender<Node> Out => default;"), "out")),
        new(
            "NK0308",
            () => Of(Compiler.Partition("Crossed", "[Sends(\"out\")] static Receiver<int> Out => default;")),
            "Plant.cs(2): error NK0308: 'Crossed.Out' in partition project 'Crossed' is marked [Sends], so its type has to be Sender<T>; "
            + "it is Nanokernel.Receiver<Int32>.",
            () => Of(Compiler.Partition("Straight", "[Sends(\"out\")] static Sender<int> Out => default;"), "out")),
        new(
            "NK0309",
            () => Of(Compiler.Partition("Twice", "[Sends(\"out\")] static Sender<int> Out => default; "
                + "[Sends(\"out\")] static Sender<int> Again => default;")),
            "Plant.cs(2): error NK0309: 'Twice.Out' and 'Twice.Again' of partition project 'Twice' both send to channel \"out\". "
            + "A partition has one end of a channel: remove one of the two.",
            () => Of(Compiler.Partition("Once", "[Sends(\"out\")] static Sender<int> Out => default;"), "out")),
    ];

    /// <summary>A system with one partition and, if its project sends, a second that receives.</summary>
    private static Sample Of(PartitionProject project, string? channel = null)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", project, Sample.File, 2);
        if (channel is not null)
        {
            var receiver = Compiler.Partition("Receiving", $"[Receives(\"{channel}\")] static Receiver<int> In => default;");
            if (project.Name == "Indexing")
            {
                receiver = Compiler.Partition("ReceivingNodes", "struct Node { public int Value; public int Next; } "
                    + "[Receives(\"out\")] static Receiver<Node> In => default;");
            }

            system.AddQueue(channel, 4, Sample.File, 4).From(control).To(system.AddPartition("receiver", receiver, Sample.File, 3));
        }

        return new Sample(system, readsAssemblies: true);
    }

    private static string Text(string name, string content)
    {
        var path = Path.Combine(Compiler.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static PartitionProject OfRevision(uint revision)
    {
        // In a folder of its own: the runtime of the other samples states no revision.
        var project = Compiler.Partition("Revised", "");
        var folder = Directory.CreateDirectory(Path.Combine(Compiler.Folder, $"revision-{revision}")).FullName;
        var copy = Path.Combine(folder, "Revised.dll");
        File.Copy(project.AssemblyPath, copy, overwrite: true);
        var runtime = Compiler.Compile(
            $"Runtime{revision}",
            $"namespace Nanokernel.Abi {{ public static class AbiVersion {{ public const uint Current = {revision}; }} }}");
        File.Copy(runtime, Path.Combine(folder, "Nanokernel.Runtime.dll"), overwrite: true);
        return project with { AssemblyPath = copy };
    }

    private static PartitionProject WithLostContracts()
    {
        var contracts = Compiler.Compile("Lost", "public struct Reading { public int Value; }");
        var project = Compiler.Partition("NeedsLost", "[Sends(\"out\")] static Sender<Reading> Out => default;", contracts);
        File.Delete(contracts);
        return project;
    }
}
